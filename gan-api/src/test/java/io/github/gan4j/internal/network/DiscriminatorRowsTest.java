package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.fake.Settings;
import org.junit.jupiter.api.Test;

class DiscriminatorRowsTest {
  /** Four images of two pixels. */
  private static final float[] IMAGES = {1, 2, 3, 5, -1, 0, 0.5f, 4};

  @Test
  void aRowIsAnImageUnlessMoreIsAskedFor() {
    assertThat(new DiscriminatorRows(Settings.linear().config(), 2).areImages()).isTrue();
    assertThat(
            new DiscriminatorRows(
                    Settings.linear().conditional(Conditioning.projection(3)).config(), 2)
                .areImages())
        .isTrue();
  }

  @Test
  void packedImagesStandBesideEachOther() {
    DiscriminatorRows rows = new DiscriminatorRows(Settings.linear().packing(2).config(), 2);
    float[] written = new float[8];
    rows.write(IMAGES, new int[1], 2, written);
    assertThat(rows.width()).isEqualTo(4);
    assertThat(rows.pixelColumns()).isEqualTo(4);
    assertThat(written).containsExactly(IMAGES);
    float[] byImages = IMAGES.clone();
    rows.backward(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, byImages, 2);
    assertThat(byImages).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aClassIsOneNumberOfMany() {
    DiscriminatorRows rows =
        new DiscriminatorRows(
            Settings.linear().conditional(Conditioning.concatenation(3)).config(), 2);
    float[] written = new float[20];
    written[4] = 9;
    rows.write(IMAGES, new int[] {1, 2}, 2, written);
    assertThat(written)
        .containsExactly(
            1, 2, 0, 1, 0, //
            3, 5, 0, 0, 1, //
            -1, 0, 0, 1, 0, //
            0.5f, 4, 0, 0, 1);
  }

  @Test
  void theDeviationIsThatOfEachBatchAlone() {
    DiscriminatorRows rows = new DiscriminatorRows(Settings.linear().minibatchStdDev().config(), 2);
    float[] written = new float[12];
    rows.write(IMAGES, new int[1], 2, written);
    // Of 1 and 3, of 2 and 5; of -1 and 0.5, of 0 and 4.
    float first = (1 + 1.5f) / 2;
    float second = (0.75f + 2) / 2;
    assertThat(new float[] {written[2], written[5], written[8], written[11]})
        .containsExactly(new float[] {first, first, second, second}, within(1e-6f));
    assertThat(new float[] {written[0], written[1], written[9], written[10]})
        .containsExactly(1, 2, 0.5f, 4);
  }

  @Test
  void gradientsOfTheDeviationAreThoseOfDifferences() {
    DiscriminatorRows rows = new DiscriminatorRows(Settings.linear().minibatchStdDev().config(), 2);
    float[] byRows = {0.5f, -1, 2, 3, 0.25f, -1.5f, 1, 1, 0.75f, -2, 0, 1};
    float[] byImages = IMAGES.clone();
    rows.backward(byRows, byImages, 2);
    float step = 0x1p-7f;
    for (int i = 0; i < IMAGES.length; i++) {
      float[] above = IMAGES.clone();
      float[] below = IMAGES.clone();
      above[i] += step;
      below[i] -= step;
      double slope = (sum(rows, above, byRows) - sum(rows, below, byRows)) / (2 * step);
      assertThat((double) byImages[i]).as("value %d", i).isCloseTo(slope, within(1e-3));
    }
  }

  @Test
  void whatNeverChangesHasAFiniteGradient() {
    DiscriminatorRows rows = new DiscriminatorRows(Settings.linear().minibatchStdDev().config(), 2);
    float[] images = new float[8];
    rows.backward(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1}, images, 2);
    assertThat(images).containsOnly(0);
  }

  private static double sum(DiscriminatorRows rows, float[] images, float[] factors) {
    float[] written = new float[12];
    rows.write(images, new int[1], 2, written);
    double sum = 0;
    for (int i = 0; i < written.length; i++) {
      sum += (double) written[i] * factors[i];
    }
    return sum;
  }
}
