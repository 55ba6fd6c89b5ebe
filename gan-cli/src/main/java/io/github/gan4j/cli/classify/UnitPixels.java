package io.github.gan4j.cli.classify;

/** Pixels as the classifier sees them: in [0, 1], since a background of 0 is learnt faster. */
final class UnitPixels {
  private UnitPixels() {}

  /** Brings the first values there, from [-1, 1]. */
  static void scale(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = (values[i] + 1) / 2;
    }
  }
}
