package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianMixtureTest {
  private static final int SIZE = 100_000;
  private static final long SEED = 7;
  private static final GaussianMixture RING = GaussianMixture.ringOf8();
  private static final GaussianMixture GRID = GaussianMixture.gridOf25();

  static GaussianMixture[] mixtures() {
    return new GaussianMixture[] {RING, GRID};
  }

  @Test
  void theRingIsThatOfThePapersAtFourFifths() {
    double scale = 0.8;

    assertThat(RING.modes()).isEqualTo(8);
    assertThat(RING.sigma()).isCloseTo(scale * 0.01, within(1e-17));
    for (int mode = 0; mode < 8; mode++) {
      double angle = Math.toRadians(45 * mode);
      assertThat(RING.x(mode)).isCloseTo(scale * Math.cos(angle), within(1e-15));
      assertThat(RING.y(mode)).isCloseTo(scale * Math.sin(angle), within(1e-15));
    }
  }

  @Test
  void theGridIsThatOfThePapersAtAFifth() {
    double scale = 0.2;

    assertThat(GRID.modes()).isEqualTo(25);
    assertThat(GRID.sigma()).isCloseTo(scale * 0.05, within(1e-17));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(GRID.x(5 * i + j)).isCloseTo(scale * (-4 + 2 * i), within(1e-15));
        assertThat(GRID.y(5 * i + j)).isCloseTo(scale * (-4 + 2 * j), within(1e-15));
      }
    }
  }

  @Test
  void samplesAreLabelledImagesOfTwoValues() {
    assertThat(RING.sample(3, SEED)).hasToString("ring-of-8: 3 images of 1x1x2 in 8 classes");
    assertThat(GRID.sample(1, SEED)).hasToString("grid-of-25: 1 images of 1x1x2 in 25 classes");
    assertThat(GRID).hasToString("grid-of-25: 25 Gaussians of deviation 0.01");
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void modesAreEquallyLikely(GaussianMixture mixture) {
    int[] counts = Facts.labelHistogram(mixture.sample(SIZE, SEED));
    double share = 1.0 / mixture.modes();
    double deviation = Math.sqrt(SIZE * share * (1 - share));

    for (int count : counts) {
      assertThat((double) count).isCloseTo(SIZE * share, within(4 * deviation));
    }
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void eachModeHasTheMomentsOfItsGaussian(GaussianMixture mixture) {
    Dataset data = mixture.sample(SIZE, SEED);

    for (int mode = 0; mode < mixture.modes(); mode++) {
      Moments moments = Moments.of(data, mode);
      double sigma = mixture.sigma();
      double root = Math.sqrt(moments.count());

      assertThat(moments.meanX()).isCloseTo(mixture.x(mode), within(4 * sigma / root));
      assertThat(moments.meanY()).isCloseTo(mixture.y(mode), within(4 * sigma / root));
      assertThat(moments.deviationX() / sigma).isCloseTo(1, within(4 / root));
      assertThat(moments.deviationY() / sigma).isCloseTo(1, within(4 / root));
      assertThat(moments.correlation()).isCloseTo(0, within(4 / root));
    }
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void allPointsAreWellWithinWhatTanhReaches(GaussianMixture mixture) {
    Dataset data = mixture.sample(SIZE, SEED);

    for (int i = 0; i < SIZE; i++) {
      for (float value : Facts.image(data, i)) {
        assertThat(Math.abs(value)).isLessThan(0.87f);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void centresAreThoseOfTheModesAndTheCallers(GaussianMixture mixture) {
    double[][] centres = mixture.centres();

    assertThat(centres).hasNumberOfRows(mixture.modes());
    for (int mode = 0; mode < centres.length; mode++) {
      assertThat(centres[mode]).containsExactly(mixture.x(mode), mixture.y(mode));
      centres[mode][0] = 99;
    }
    assertThat(mixture.x(0)).isLessThan(1);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void theSeedDecidesAndMoreBeginWithTheFewer(GaussianMixture mixture) {
    Dataset data = mixture.sample(1000, SEED);
    Dataset more = mixture.sample(2000, SEED);
    Dataset other = mixture.sample(1000, SEED + 1);

    assertThat(values(mixture.sample(1000, SEED))).isEqualTo(values(data));
    assertThat(values(more)).startsWith(values(data));
    assertThat(Facts.labels(more, 1000)).isEqualTo(Facts.labels(data, 1000));
    assertThat(values(other)).isNotEqualTo(values(data));
    assertThat(Facts.labels(other, 1000)).isNotEqualTo(Facts.labels(data, 1000));
  }

  @Test
  void whatASeedMeansNeverChanges() {
    // Computed by another program, in Python, from Philox and the normal law up.
    assertThat(Facts.labels(RING.sample(8, SEED), 8)).containsExactly(2, 7, 7, 6, 7, 1, 0, 1);
    assertThat(values(RING.sample(2, SEED)))
        .containsExactly(0.006843687f, 0.8099407f, 0.5677218f, -0.5620549f);
    assertThat(Facts.labels(GRID.sample(8, SEED), 8)).containsExactly(7, 15, 10, 3, 16, 23, 16, 21);
    assertThat(values(GRID.sample(2, SEED)))
        .containsExactly(-0.4056467f, -0.0031832384f, 0.38930494f, -0.7954976f);
  }

  @Test
  void ringAndGridOfOneSeedHaveNoiseOfTheirOwn() {
    double[] ring = noise(RING);
    double[] grid = noise(GRID);
    double products = 0;
    for (int i = 0; i < ring.length; i++) {
      products += ring[i] * grid[i] / ring.length;
    }
    // Of deviation 1: the mean of products is the correlation, here within four standard errors.
    assertThat(products).isCloseTo(0, within(4 / Math.sqrt(ring.length)));
  }

  /** Returns how many deviations points are from their centres. */
  private static double[] noise(GaussianMixture mixture) {
    Dataset data = mixture.sample(1000, SEED);
    float[] points = values(data);
    double[] noise = new double[points.length];
    for (int i = 0; i < data.size(); i++) {
      int mode = data.label(i);
      noise[2 * i] = (points[2 * i] - mixture.x(mode)) / mixture.sigma();
      noise[2 * i + 1] = (points[2 * i + 1] - mixture.y(mode)) / mixture.sigma();
    }
    return noise;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_073_741_820, 1 << 30, Integer.MAX_VALUE})
  void sizesOutOfRangeAreRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RING.sample(size, SEED))
        .withMessage("size must be from 1 to 1073741819, was " + size);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwoMoons.sample(size, SEED))
        .withMessage("size must be from 1 to 1073741819, was " + size);
  }

  @Test
  void readWritesItsOwnPlaceAlone() {
    Dataset data = RING.sample(2, SEED);
    float[] point = Facts.image(data, 1);
    float[] into = {5, 5, 5, 5};

    data.read(1, into, 1);

    assertThat(into).containsExactly(5, point[0], point[1], 5);
    assertThat(data.shape()).isEqualTo(ImageShape.grey(1, 2));
  }

  static float[] values(Dataset data) {
    float[] values = new float[2 * data.size()];
    for (int i = 0; i < data.size(); i++) {
      data.read(i, values, 2 * i);
    }
    return values;
  }

  /** Mean, deviation and correlation of the points of one class. */
  private record Moments(
      int count,
      double meanX,
      double meanY,
      double deviationX,
      double deviationY,
      double correlation) {

    static Moments of(Dataset data, int label) {
      int n = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double yy = 0;
      double xy = 0;
      float[] point = new float[2];
      for (int i = 0; i < data.size(); i++) {
        if (data.label(i) == label) {
          data.read(i, point, 0);
          n++;
          x += point[0];
          y += point[1];
          xx += (double) point[0] * point[0];
          yy += (double) point[1] * point[1];
          xy += (double) point[0] * point[1];
        }
      }
      double meanX = x / n;
      double meanY = y / n;
      double deviationX = Math.sqrt(xx / n - meanX * meanX);
      double deviationY = Math.sqrt(yy / n - meanY * meanY);
      double correlation = (xy / n - meanX * meanY) / (deviationX * deviationY);
      return new Moments(n, meanX, meanY, deviationX, deviationY, correlation);
    }
  }
}
