package io.github.gan4j.metrics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.datasets.Mnist;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeCountsTest {
  private static final ModeCounts EMPTY = new ModeCounts(new int[4]);

  @Test
  void labelsAreCountedByMode() {
    ModeCounts counts = ModeCounts.of(new int[] {3, 0, 3, 3}, 5);

    assertThat(counts.modes()).isEqualTo(5);
    assertThat(counts.covered()).isEqualTo(2);
    assertThat(counts.total()).isEqualTo(4);
    assertThat(counts.count(3)).isEqualTo(3);
    assertThat(counts.count(4)).isZero();
    assertThat(counts).hasToString("2 of 5 modes");
  }

  @Test
  void equallyManySamplesDoNotDiverge() {
    int[] labels = new int[3000];
    Arrays.setAll(labels, i -> i % 1000);

    assertThat(ModeCounts.of(labels, 1000).covered()).isEqualTo(1000);
    assertThat(ModeCounts.of(labels, 1000).divergenceFromUniform()).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 99, 500})
  void equallyManySamplesInSomeModesDivergeByTheLogarithmOfTheirShare(int covered) {
    int[] labels = new int[2 * covered];
    Arrays.setAll(labels, i -> 7 + i % covered);

    assertThat(ModeCounts.of(labels, 1000).divergenceFromUniform())
        .isCloseTo(Math.log(1000.0 / covered), within(1e-12));
  }

  @Test
  void divergenceIsThatOfTheSamplesFromTheData() {
    ModeCounts samples = ModeCounts.of(new int[] {0, 0, 0, 1}, 3);
    ModeCounts data = ModeCounts.of(new int[] {0, 1, 1, 1, 1, 2, 2, 2}, 3);

    // Shares 3/4, 1/4, 0 against 1/8, 4/8, 3/8.
    assertThat(samples.divergenceFrom(data))
        .isCloseTo(0.75 * Math.log(6) + 0.25 * Math.log(0.5), within(1e-15));
    assertThat(samples.divergenceFromUniform())
        .isCloseTo(0.75 * Math.log(2.25) + 0.25 * Math.log(0.75), within(1e-15));
  }

  @Test
  void samplesWhereTheDataHasNoneDivergeWithoutBound() {
    ModeCounts samples = ModeCounts.of(new int[] {0, 1}, 2);
    ModeCounts data = ModeCounts.of(new int[] {0}, 2);

    assertThat(samples.divergenceFrom(data)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(data.divergenceFrom(samples)).isCloseTo(Math.log(2), within(1e-15));
  }

  @Test
  void whatIsCountedNeverDivergesFromItself() {
    int[] labels = new int[1000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i * i % 97;
    }
    ModeCounts counts = ModeCounts.of(labels, 97);

    assertThat(counts.divergenceFrom(counts)).isZero();
  }

  @Test
  void datasetIsCountedByItsLabels() {
    float[][] images = new float[3][2];
    ImageShape pair = ImageShape.grey(1, 2);

    ModeCounts counts = ModeCounts.of(ArrayDataset.of(images, pair, new int[] {2, 0, 2}, 4));

    assertThat(counts).hasToString("2 of 4 modes");
    assertThat(counts.count(2)).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(ArrayDataset.of(images, pair)))
        .withMessage("dataset must have labels to be counted, array has none");
  }

  @Test
  void stackedMnistDivergesFromUniformAsItsDigitsDo() {
    ModeCounts modes = ModeCounts.of(Mnist.stacked(1));

    assertThat(modes.covered()).isEqualTo(1000);
    // Digits are not quite equally many: the divergence of their shares, three times, plus about
    // 999 / (2 x 128,000) of chance.
    double expected = 3 * ModeCounts.of(Mnist.train()).divergenceFromUniform() + 0.0039;
    assertThat(modes.divergenceFromUniform()).isCloseTo(expected, within(0.002));
  }

  @Test
  void labelsMustBeSomeAndInRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(new int[0], 3))
        .withMessage("labels must hold at least 1 label, held 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(new int[] {0, 3}, 3))
        .withMessage("labels[1] must be from 0 to 2, was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(new int[] {-1}, 3))
        .withMessage("labels[0] must be from 0 to 2, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(new int[] {0}, 0))
        .withMessage("modes must be at least 1, was 0");
  }

  @Test
  void divergenceNeedsSamplesAndAsManyModes() {
    ModeCounts counts = ModeCounts.of(new int[] {1}, 4);

    assertThatIllegalStateException()
        .isThrownBy(EMPTY::divergenceFromUniform)
        .withMessage("divergence needs at least 1 sample, had 0");
    assertThatIllegalStateException()
        .isThrownBy(() -> EMPTY.divergenceFrom(counts))
        .withMessage("divergence needs at least 1 sample, had 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counts.divergenceFrom(EMPTY))
        .withMessage("data must have at least 1 sample, had 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counts.divergenceFrom(ModeCounts.of(new int[] {1}, 5)))
        .withMessage("data must have as many modes as the samples, 4, had 5");
  }

  @Test
  void missingArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(null, 3))
        .withMessage("labels must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModeCounts.of(null))
        .withMessage("dataset must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMPTY.divergenceFrom(null))
        .withMessage("data must be given, was null");
  }
}
