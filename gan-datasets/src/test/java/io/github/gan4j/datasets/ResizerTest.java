package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizerTest {

  @Test
  void growingInterpolatesBetweenCentresOfPixels() {
    assertThat(resized(1, 2, 1, 4, -1, 1)).containsExactly(-1, -0.5f, 0.5f, 1);
    assertThat(resized(2, 1, 4, 1, -1, 1)).containsExactly(-1, -0.5f, 0.5f, 1);
    assertThat(resized(1, 1, 2, 3, 0.75f)).containsOnly(0.75f).hasSize(6);
  }

  @Test
  void shrinkingWeighsAllPixelsByATriangle() {
    // Each output reaches two pixels to either side of its centre: weights 3, 3 and 1 of 7.
    assertThat(resized(1, 4, 1, 2, 1, 0, 0, 0))
        .containsExactly(new float[] {3 / 7f, 0}, within(1e-6f));
    assertThat(resized(1, 4, 1, 2, 0, 0, 1, 0))
        .containsExactly(new float[] {1 / 7f, 3 / 7f}, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3, 4, 5, 7 | -1.0, -0.675325, -0.155844, -0.045455, -0.051948, -0.467532, "
            + "-0.727273, -0.672727, -0.516883, -0.267532, -0.009091, 0.192208, -0.015584, "
            + "-0.145455, -0.181818, -0.279221, -0.435065, 0.045455, 0.558442, 0.662338, "
            + "0.727273, -0.018182, 0.079221, 0.235065, 0.4, 0.507792, 0.206494, 0.018182, "
            + "0.090909, 0.318182, 0.681818, 0.636364, 0.474026, -0.097403, -0.454545",
        "5, 7, 3, 4 | -0.126778, 0.108571, -0.273766, -0.158936, 0.098124, -0.425455, "
            + "0.094949, -0.315055, 0.104515, 0.004675, 0.21974, -0.157081",
        "3, 6, 5, 4 | -0.659091, -0.111111, -0.464646, -0.352273, -0.15, 0.082828, "
            + "-0.040404, -0.243182, 0.613636, 0.373737, 0.59596, -0.079545, 0.013636, "
            + "-0.00202, 0.008081, -0.495455, -0.386364, -0.252525, -0.383838, -0.772727",
        "6, 3, 4, 5 | -0.897727, -0.588636, -0.125, -0.152273, -0.170455, 0.141414, "
            + "0.246465, 0.40404, 0.070707, -0.151515, 0.40404, 0.29899, 0.141414, -0.088889, "
            + "-0.242424, -0.125, -0.434091, -0.897727, -0.597727, -0.397727",
        "9, 8, 2, 2 | -0.082083, -0.102707, -0.072435, -0.140068"
      })
  void valuesAreThoseOfPyTorch(String sizes, String expected) {
    // torch 2.13: functional.interpolate(image, size, mode="bilinear", antialias=True)
    float[] size = numbers(sizes);
    float[] image = new float[(int) (size[0] * size[1])];
    for (int i = 0; i < image.length; i++) {
      image[i] = (7 * i * i + 3 * i) % 23 / 11f - 1;
    }

    assertThat(resized((int) size[0], (int) size[1], (int) size[2], (int) size[3], image))
        .containsExactly(numbers(expected), within(3e-6f));
  }

  @Test
  void channelsAreResizedEachByItself() {
    float[] image = new float[3 * 4];
    Arrays.fill(image, 0, 4, -1);
    Arrays.fill(image, 4, 8, 0.5f);
    Arrays.fill(image, 8, 12, 1);
    float[] resized = new float[3 * 15];

    new Resizer(new ImageShape(3, 2, 2), new ImageShape(3, 5, 3)).resize(image, resized);

    assertThat(Arrays.copyOfRange(resized, 0, 15)).containsOnly(-1);
    assertThat(Arrays.copyOfRange(resized, 15, 30)).containsOnly(0.5f);
    assertThat(Arrays.copyOfRange(resized, 30, 45)).containsOnly(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "28, 28", "28, 32", "28, 64", "28, 14", "64, 28", "7, 50", "50, 7", "301, 3"})
  void noValueLeavesTheRangeAndBlackAndWhiteStay(int from, int to) {
    Random random = new Random(from * 1000L + to);
    float[] image = new float[from * from];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextInt(4) == 0 ? 1 : random.nextFloat() * 2 - 1;
    }
    for (float value : resized(from, from, to, to, image)) {
      assertThat(value).isBetween(-1f, 1f);
    }
    for (float constant : new float[] {-1, 1}) {
      Arrays.fill(image, constant);
      assertThat(resized(from, from, to, to, image)).containsOnly(constant);
    }
  }

  @Test
  void resizedDigitsAreAsBrightAsBefore() {
    Dataset digits = Datasets.limited(Mnist.test(), 100);
    Dataset larger = Datasets.resized(digits, 32, 32);
    double before = 0;
    double after = 0;
    for (int i = 0; i < 100; i++) {
      before += mean(Facts.image(digits, i));
      after += mean(Facts.image(larger, i));
    }
    assertThat(after / 100).isCloseTo(before / 100, within(1e-3));
  }

  private static float[] numbers(String text) {
    String[] parts = text.split(", ", -1);
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static float[] resized(
      int height, int width, int newHeight, int newWidth, float... image) {
    float[] resized = new float[newHeight * newWidth];
    new Resizer(ImageShape.grey(height, width), ImageShape.grey(newHeight, newWidth))
        .resize(image, resized);
    return resized;
  }
}
