package io.github.gan4j.metrics.modes;

import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;

/**
 * How well generated points cover a mixture of Gaussians, in the figures of VEEGAN (Srivastava et
 * al., 2017, arXiv:1705.07761) and PacGAN (Lin et al., 2017, arXiv:1712.04086): modes with a
 * high-quality sample, and the share of high-quality samples. A sample is of high quality if it is
 * at most three standard deviations from the nearest centre, by the Euclidean distance. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * GaussianMixture grid = GaussianMixture.gridOf25(); // of gan-datasets
 * ModeCoverage coverage =
 *     ModeCoverage.of(gan.generate(2_500), grid.centres(), grid.sigma());
 * }</pre>
 *
 * <p>Of true samples in the plane, 1 - exp(-9/2) = 98.9% are of high quality; a higher share means
 * a generator that is too narrow. PacGAN measures 2,500 points.
 */
public final class ModeCoverage {
  private final ModeCounts highQuality;
  private final int points;

  private ModeCoverage(ModeCounts highQuality, int points) {
    this.highQuality = highQuality;
    this.points = points;
  }

  /**
   * Measures points given as images, each of which is a point.
   *
   * @param images at least one, of as many values as a centre has coordinates
   * @param centres the Gaussians' centres, at least one, each of as many coordinates, at least 1
   * @param sigma the standard deviation of every Gaussian in every direction, positive and finite
   * @throws IllegalArgumentException if an argument is out of range or a value is not finite
   */
  public static ModeCoverage of(Images images, double[][] centres, double sigma) {
    Arguments.notNull("images", images);
    GaussianCentres modes = new GaussianCentres(centres, sigma);
    if (images.shape().size() != modes.dimensions()) {
      throw new IllegalArgumentException(
          "images must have %s values each, as the centres have, were of shape %s"
              .formatted(modes.dimensions(), images.shape()));
    }
    return of(images.toArray(), modes);
  }

  /**
   * Measures points.
   *
   * @param points the coordinates of point after point, such as x and y in turn; at least one point
   * @param centres the Gaussians' centres, at least one, each of as many coordinates, at least 1
   * @param sigma the standard deviation of every Gaussian in every direction, positive and finite
   * @throws IllegalArgumentException if an argument is out of range, a value is not finite, or the
   *     last point is incomplete
   */
  public static ModeCoverage of(float[] points, double[][] centres, double sigma) {
    Arguments.notNull("points", points);
    return of(points, new GaussianCentres(centres, sigma));
  }

  private static ModeCoverage of(float[] points, GaussianCentres modes) {
    int dimensions = modes.dimensions();
    if (points.length == 0 || points.length % dimensions != 0) {
      throw new IllegalArgumentException(
          "points must be at least one of %s coordinates, were %s values"
              .formatted(dimensions, points.length));
    }
    int[] counts = new int[modes.count()];
    for (int offset = 0; offset < points.length; offset += dimensions) {
      checkFinite(points, offset, dimensions);
      int nearest = modes.nearest(points, offset);
      if (modes.isOfHighQuality(nearest, points, offset)) {
        counts[nearest]++;
      }
    }
    return new ModeCoverage(new ModeCounts(counts), points.length / dimensions);
  }

  /** Returns the number of modes with at least one point of high quality. */
  public int modes() {
    return highQuality.covered();
  }

  /** Returns the share of all points that are of high quality, from 0 to 1. */
  public double highQualityShare() {
    return (double) highQuality.total() / points;
  }

  /** Returns how many points of high quality each mode has. */
  public ModeCounts highQuality() {
    return highQuality;
  }

  /** Returns the number of points that were measured. */
  public int points() {
    return points;
  }

  /**
   * Returns the modes and the points of high quality, as in {@code 8 of 8 modes, 97 of 100 ...}.
   */
  @Override
  public String toString() {
    return "%s, %s of %s points of high quality"
        .formatted(highQuality, highQuality.total(), points);
  }

  private static void checkFinite(float[] points, int offset, int dimensions) {
    for (int i = 0; i < dimensions; i++) {
      if (!Float.isFinite(points[offset + i])) {
        throw new IllegalArgumentException(
            "point %s must be finite, had %s".formatted(offset / dimensions, points[offset + i]));
      }
    }
  }
}
