package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeCoverageTest {
  private static final ImageShape PAIR = ImageShape.grey(1, 2);

  /** Centres (0, 0), (8, 0) and (0, 4), deviation 1: three deviations of the last two overlap. */
  private static final GaussianMixture THREE =
      new GaussianMixture(
          "three", new double[] {0, 8, 0}, new double[] {0, 0, 4}, 1, Draws.Kind.GRID_OF_25);

  @Test
  void pointsOfHighQualityCountForTheNearestMode() {
    ModeCoverage coverage =
        THREE.coverage(new float[] {0, 0, 1, -1, 8, 3, 4, 0, -100, 7, 0, 1.5f, 0, 2.5f});

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
    assertThat(THREE.coverage(new float[] {x, y}).highQuality().count(1)).isEqualTo(counted);
  }

  @Test
  void aModeWithoutAPointOfHighQualityIsDropped() {
    ModeCoverage coverage = THREE.coverage(new float[] {8, 0, 8, 1, -2.9f, 2.9f});

    assertThat(coverage.modes()).isEqualTo(1);
    assertThat(counts(coverage)).containsExactly(0, 2, 0);
  }

  @Test
  void noPointOfHighQualityIsAResultToo() {
    ModeCoverage coverage = THREE.coverage(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE});

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

    assertThat(counts(grid.coverage(points))).hasSize(25).containsOnly(1);
    assertThat(grid.coverage(Arrays.copyOf(points, 48)).modes()).isEqualTo(24);
  }

  @Test
  void imagesAreMeasuredAsTheirPoints() {
    ModeCoverage coverage = THREE.coverage(Images.of(PAIR, new float[] {0, 1, 0, 5, 7, 7}));

    assertThat(counts(coverage)).containsExactly(1, 0, 1);
    assertThat(coverage.points()).isEqualTo(3);
  }

  @Test
  void imagesOfAnotherShapeAreRefused() {
    Images images = Images.of(ImageShape.grey(2, 1), new float[4]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage(images))
        .withMessage("images must be of shape 1x1x2, were of 1x2x1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void pointsMustBeWholeAndSome(int values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage(new float[values]))
        .withMessage("points must be at least one pair of x and y, were %d values", values);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aPointThatIsNotFiniteIsNamed(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage(new float[] {0, 0, 1, value}))
        .withMessage("point 1 must be finite, was (1.0, %s)", value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage(new float[] {value, 0}))
        .withMessage("point 0 must be finite, was (%s, 0.0)", value);
  }

  @Test
  void missingArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage((float[]) null))
        .withMessage("points must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> THREE.coverage((Images) null))
        .withMessage("images must be given, was null");
  }

  private static int[] counts(ModeCoverage coverage) {
    int[] counts = new int[coverage.highQuality().modes()];
    Arrays.setAll(counts, coverage.highQuality()::count);
    return counts;
  }
}
