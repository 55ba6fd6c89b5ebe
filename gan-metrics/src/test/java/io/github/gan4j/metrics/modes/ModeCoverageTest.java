package io.github.gan4j.metrics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.GaussianMixture;
import io.github.gan4j.image.Images;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeCoverageTest {
  private static final ImageShape PAIR = ImageShape.grey(1, 2);

  /** Their circles of three deviations, those of the last two, overlap. */
  private static final double[][] THREE = {{0, 0}, {8, 0}, {0, 4}};

  @Test
  void pointsOfHighQualityCountForTheNearestMode() {
    ModeCoverage coverage = coverage(0, 0, 1, -1, 8, 3, 4, 0, -100, 7, 0, 1.5f, 0, 2.5f);

    assertThat(counts(coverage)).containsExactly(3, 1, 1);
    assertThat(coverage.modes()).isEqualTo(3);
    assertThat(coverage.highQualityShare()).isCloseTo(5 / 7.0, within(1e-15));
    assertThat(coverage.points()).isEqualTo(7);
    assertThat(coverage).hasToString("3 of 3 modes, 5 of 7 points of high quality");
  }

  @ParameterizedTest
  @CsvSource({
    "11, 0, 1", // Three deviations to the right,
    "11.000001, 0, 0", // and a little farther.
    "8, -3, 1",
    "8, -3.0000002, 0",
    "10.121, 2.121, 1", // Diagonally: the distance counts, not the coordinates.
    "10.122, 2.122, 0",
    "5, 0, 1",
    "4.999999, 0, 0"
  })
  void threeDeviationsAreTheLimit(float x, float y, int counted) {
    assertThat(coverage(x, y).highQuality().count(1)).isEqualTo(counted);
  }

  @Test
  void aModeWithoutAPointOfHighQualityIsDropped() {
    ModeCoverage coverage = coverage(8, 0, 8, 1, -2.9f, 2.9f);

    assertThat(coverage.modes()).isEqualTo(1);
    assertThat(counts(coverage)).containsExactly(0, 2, 0);
  }

  @Test
  void noPointOfHighQualityIsAResultToo() {
    ModeCoverage coverage = coverage(Float.MAX_VALUE, -Float.MAX_VALUE);

    assertThat(coverage.modes()).isZero();
    assertThat(coverage.highQualityShare()).isZero();
  }

  @Test
  void everyCentreIsAPointOfHighQualityOfItsOwnMode() {
    GaussianMixture grid = GaussianMixture.gridOf25();
    float[] points = new float[50];
    for (int mode = 0; mode < 25; mode++) {
      points[2 * mode] = (float) grid.x(mode);
      points[2 * mode + 1] = (float) grid.y(mode);
    }

    assertThat(counts(ModeCoverage.of(points, grid.centres(), grid.sigma())))
        .hasSize(25)
        .containsOnly(1);
    assertThat(ModeCoverage.of(Arrays.copyOf(points, 48), grid.centres(), grid.sigma()).modes())
        .isEqualTo(24);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void trueSamplesCoverAllModesInTheShareOfTheirDistribution(GaussianMixture mixture) {
    int size = 100_000;
    float[] points = values(mixture.sample(size, 7));

    ModeCoverage coverage = ModeCoverage.of(points, mixture.centres(), mixture.sigma());

    double share = 1 - Math.exp(-4.5);
    double deviation = Math.sqrt(share * (1 - share) / size);
    assertThat(coverage.modes()).isEqualTo(mixture.modes());
    assertThat(coverage.highQualityShare()).isCloseTo(share, within(4 * deviation));
    assertThat(coverage.points()).isEqualTo(size);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void aPointOfHighQualityCountsForTheModeThatItIsLabelledWith(GaussianMixture mixture) {
    Dataset data = mixture.sample(1000, 7);
    float[] points = values(data);

    for (int i = 0; i < data.size(); i++) {
      ModeCounts one =
          ModeCoverage.of(
                  Arrays.copyOfRange(points, 2 * i, 2 * i + 2), mixture.centres(), mixture.sigma())
              .highQuality();
      assertThat(one.count(data.label(i))).isEqualTo(one.total());
    }
  }

  @Test
  void centresMayHaveAnyNumberOfCoordinates() {
    double[][] centres = {{0, 0, 0}, {5, 5, 5}};

    ModeCoverage coverage =
        ModeCoverage.of(new float[] {0, 0, 3, 5, 5, 8.01f, 4, 4, 4}, centres, 1);

    assertThat(counts(coverage)).containsExactly(1, 1);
    assertThat(coverage.points()).isEqualTo(3);
  }

  @Test
  void imagesAreMeasuredAsTheirPoints() {
    ModeCoverage coverage =
        ModeCoverage.of(Images.of(PAIR, new float[] {0, 1, 0, 5, 7, 7}), THREE, 1);

    assertThat(counts(coverage)).containsExactly(1, 0, 1);
    assertThat(coverage.points()).isEqualTo(3);
  }

  @Test
  void imagesOfAnotherShapeAreRefused() {
    Images images = Images.of(ImageShape.grey(2, 2), new float[4]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of(images, THREE, 1))
        .withMessage("images must have 2 values each, as the centres have, were of shape 1x2x2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void pointsMustBeWholeAndSome(int values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage(new float[values]))
        .withMessage("points must be at least one of 2 coordinates, were %d values", values);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aPointThatIsNotFiniteIsNamed(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage(0, 0, 1, value))
        .withMessage("point 1 must be finite, had %s", value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coverage(value, 0))
        .withMessage("point 0 must be finite, had %s", value);
  }

  @Test
  void centresAndDeviationsOutOfRangeAreNamed() {
    float[] points = {0, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of(points, new double[0][], 1))
        .withMessage("centres must be at least one of at least one coordinate, were none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of(points, new double[][] {{0, 0}, {1}}, 1))
        .withMessage("centres[1] must have as many coordinates as the first, 2, had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of(points, new double[][] {{0, Double.NaN}}, 1))
        .withMessage("centres[0] must be finite, had NaN");
    for (double sigma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ModeCoverage.of(points, THREE, sigma))
          .withMessage("sigma must be positive and finite, was " + sigma);
    }
  }

  @Test
  void missingArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of((float[]) null, THREE, 1))
        .withMessage("points must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCoverage.of((Images) null, THREE, 1))
        .withMessage("images must be given, was null");
  }

  static GaussianMixture[] mixtures() {
    return new GaussianMixture[] {GaussianMixture.ringOf8(), GaussianMixture.gridOf25()};
  }

  private static ModeCoverage coverage(float... points) {
    return ModeCoverage.of(points, THREE, 1);
  }

  private static float[] values(Dataset data) {
    float[] values = new float[2 * data.size()];
    for (int i = 0; i < data.size(); i++) {
      data.read(i, values, 2 * i);
    }
    return values;
  }

  private static int[] counts(ModeCoverage coverage) {
    int[] counts = new int[coverage.highQuality().modes()];
    Arrays.setAll(counts, coverage.highQuality()::count);
    return counts;
  }
}
