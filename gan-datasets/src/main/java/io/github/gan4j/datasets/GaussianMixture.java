package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;

/**
 * Toy data: a mixture of equally likely, isotropic Gaussians in the plane, whose modes are known,
 * so that mode collapse can be measured.
 *
 * <pre>{@code
 * GaussianMixture grid = GaussianMixture.gridOf25();
 * TrainedGan gan = Gan.builder().latentDim(2).mlp(256, 256).train(grid.sample(100_000, 1));
 * ModeCoverage coverage = // of gan-metrics
 *     ModeCoverage.of(gan.generate(2_500), grid.centres(), grid.sigma());
 * }</pre>
 *
 * <p>Ring and grid are those of Srivastava et al., VEEGAN, 2017 (arXiv:1705.07761) and Lin et al.,
 * PacGAN, 2017 (arXiv:1712.04086), made smaller as a whole to lie well within (-1, 1), where a
 * generator that ends in tanh can reach them. Deviations keep their ratio to distances, so that
 * figures of mode coverage compare with published ones. PacGAN trains on 100,000 points and
 * measures 2,500. Immutable and thread-safe.
 */
public final class GaussianMixture {
  private static final double RING_RADIUS = 0.8;
  private static final double RING_SIGMA = 0.008;
  private static final double GRID_SPACING = 0.4;
  private static final double GRID_SIGMA = 0.01;

  private final String name;
  private final double[] x;
  private final double[] y;
  private final double sigma;
  private final DatasetRandom.Kind kind;

  /** Keeps the centres as they are; there are as many x as y. */
  GaussianMixture(String name, double[] x, double[] y, double sigma, DatasetRandom.Kind kind) {
    this.kind = kind;
    this.name = name;
    this.x = x;
    this.y = y;
    this.sigma = sigma;
  }

  /**
   * Returns eight Gaussians on a circle around the origin: radius 0.8, deviation 0.008 (1 and 0.01
   * in the papers). Mode i lies at the angle 2πi/8 from the x axis, counter-clockwise.
   */
  public static GaussianMixture ringOf8() {
    int modes = 8;
    double[] x = new double[modes];
    double[] y = new double[modes];
    for (int mode = 0; mode < modes; mode++) {
      // StrictMath: the points shall be the same on every machine.
      double angle = 2 * Math.PI * mode / modes;
      x[mode] = RING_RADIUS * StrictMath.cos(angle);
      y[mode] = RING_RADIUS * StrictMath.sin(angle);
    }
    return new GaussianMixture("ring-of-8", x, y, RING_SIGMA, DatasetRandom.Kind.RING_OF_8);
  }

  /**
   * Returns 25 Gaussians on a square grid around the origin, from -0.8 to 0.8 in steps of 0.4, with
   * deviation 0.01 (-4 to 4 in steps of 2, and 0.05, in the papers). Mode 5i + j lies at x = 0.4 (i
   * - 2), y = 0.4 (j - 2).
   */
  public static GaussianMixture gridOf25() {
    int side = 5;
    double[] x = new double[side * side];
    double[] y = new double[side * side];
    for (int mode = 0; mode < x.length; mode++) {
      x[mode] = GRID_SPACING * (mode / side - side / 2);
      y[mode] = GRID_SPACING * (mode % side - side / 2);
    }
    return new GaussianMixture("grid-of-25", x, y, GRID_SIGMA, DatasetRandom.Kind.GRID_OF_25);
  }

  /** Returns the number of Gaussians. */
  public int modes() {
    return x.length;
  }

  /** Returns the first coordinate of a mode's centre. */
  public double x(int mode) {
    return x[mode];
  }

  /** Returns the second coordinate of a mode's centre. */
  public double y(int mode) {
    return y[mode];
  }

  /** Returns a copy of the centres of all modes: x and y of each. */
  public double[][] centres() {
    double[][] centres = new double[modes()][];
    for (int mode = 0; mode < centres.length; mode++) {
      centres[mode] = new double[] {x[mode], y[mode]};
    }
    return centres;
  }

  /** Returns the standard deviation of every Gaussian, the same along x and y. */
  public double sigma() {
    return sigma;
  }

  /**
   * Draws points as images of shape 1x1x2, x before y, whose label is the mode that each was drawn
   * from.
   *
   * <p>The same seed gives the same bits on every machine, more points begin with the fewer, and
   * ring and grid of one seed have nothing in common. No point is farther than 6.4 deviations from
   * its centre along an axis.
   *
   * @param size how many, from 1 to 1,073,741,819; each takes 12 bytes
   * @param seed any number
   * @throws IllegalArgumentException if the size is out of range
   */
  public Dataset sample(int size, long seed) {
    Points.checkSize(size);
    DatasetRandom draws = new DatasetRandom(kind, seed);
    int[] modes = draws.choices(size, modes());
    float[] points = draws.normals(2 * size);
    for (int i = 0; i < size; i++) {
      points[2 * i] = (float) (x[modes[i]] + sigma * points[2 * i]);
      points[2 * i + 1] = (float) (y[modes[i]] + sigma * points[2 * i + 1]);
    }
    return new StoredDataset(
        name, new Points(points), new ClassLabels(modes, ClassNames.numbers(modes())));
  }

  /** Returns the name, the number of modes, and their deviation. */
  @Override
  public String toString() {
    return "%s: %s Gaussians of deviation %s".formatted(name, modes(), sigma);
  }
}
