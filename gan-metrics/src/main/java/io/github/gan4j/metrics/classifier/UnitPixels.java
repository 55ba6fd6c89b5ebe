package io.github.gan4j.metrics.classifier;

/** Pixels in [0, 1], as the classifier is given them: a background of 0 is learnt faster. */
final class UnitPixels {
  private UnitPixels() {}

  /** Maps the first values from [-1, 1] to [0, 1]. */
  static void scale(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (values[i] + 1) / 2;
    }
  }
}
