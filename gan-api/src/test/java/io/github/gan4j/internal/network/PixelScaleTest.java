package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.Normalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelScaleTest {
  /** The mean and deviation of MNIST's pixels. */
  private static final Normalization MNIST = new Normalization(0.1307, 0.3081);

  @Test
  void blackAndWhiteBecomeWhatTorchvisionsNormalizeMakesOfThem() {
    float[] values = {-1, 1, 0};

    new PixelScale(MNIST).toNetworks(values, 0, 3);

    // (0 - 0.1307) / 0.3081, (1 - 0.1307) / 0.3081, (0.5 - 0.1307) / 0.3081
    assertThat(values).containsExactly(new float[] {-0.42421f, 2.82149f, 1.19864f}, within(1e-5f));
    assertThat(MNIST.black()).isCloseTo(values[0], within(1e-6));
    assertThat(MNIST.white()).isCloseTo(values[1], within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.1307, 0.3081", "0, 1", "1, 0.001", "0.5, 1", "0.9, 0.5"})
  void theWayBackEndsWhereTheWayBegan(double mean, double std) {
    PixelScale scale = new PixelScale(new Normalization(mean, std));
    for (float value = -1.5f; value <= 1.5f; value += 0.0625f) {
      float[] values = {value};
      scale.toNetworks(values, 0, 1);
      scale.toImages(values, 0, 1);
      assertThat(values[0]).isCloseTo(value, within(1e-6f));
    }
  }

  @Test
  void theDefaultLeavesEveryBit() {
    PixelScale scale = new PixelScale(GanDefaults.NORMALIZATION);
    float[] values = {-0f, 0f, -1, 1, Float.MIN_VALUE, 0.1f, Float.MAX_VALUE, Float.NaN};
    float[] before = values.clone();

    scale.toNetworks(values, 0, values.length);
    scale.toImages(values, 0, values.length);

    for (int i = 0; i < values.length; i++) {
      assertThat(Float.floatToRawIntBits(values[i])).isEqualTo(Float.floatToRawIntBits(before[i]));
    }
  }

  @Test
  void onlyTheRangeIsMapped() {
    float[] values = {7, -1, 1, 7};

    new PixelScale(new Normalization(0, 1)).toNetworks(values, 1, 2);
    assertThat(values).containsExactly(7, 0, 1, 7);

    new PixelScale(new Normalization(0, 1)).toImages(values, 2, 1);
    assertThat(values).containsExactly(7, 0, 1, 7);
  }
}
