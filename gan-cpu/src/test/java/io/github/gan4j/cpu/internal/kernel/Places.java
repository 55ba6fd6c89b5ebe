package io.github.gan4j.cpu.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Arrays longer than a kernel is told, so that it shows when it writes beyond its end. */
final class Places {
  private static final int BEYOND = 9;

  private Places() {}

  /** Returns {@code n} places and some beyond, all filled from a normal distribution. */
  static float[] normal(int n, Random random) {
    float[] values = new float[n + BEYOND];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Returns {@code n} places and some beyond, all filled with positive values. */
  static float[] positive(int n, Random random) {
    float[] values = normal(n, random);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]) + 0.01f;
    }
    return values;
  }

  /**
   * Checks the first {@code n} places against a twin, to a few roundings, and that the others are
   * what they were.
   */
  static void assertTwin(float[] actual, float[] before, int n, IntToDoubleFunction twin) {
    for (int i = 0; i < n; i++) {
      double expected = twin.applyAsDouble(i);
      double error = Math.abs(actual[i] - expected);
      if (!(error <= 2e-6 * Math.max(1, Math.abs(expected)))) {
        assertThat((double) actual[i]).as("place %d of %d", i, n).isEqualTo(expected);
      }
    }
    assertUntouchedBeyond(actual, before, n);
  }

  /** Checks that the places from {@code n} on are what they were. */
  static void assertUntouchedBeyond(float[] actual, float[] before, int n) {
    assertThat(actual).hasSameSizeAs(before);
    for (int i = n; i < actual.length; i++) {
      assertThat(actual[i]).as("place %d, beyond %d", i, n).isEqualTo(before[i]);
    }
  }
}
