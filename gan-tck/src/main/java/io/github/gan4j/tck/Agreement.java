package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.fail;

/**
 * Whether vectors agree: no value may be off by more than a tolerance times the largest absolute
 * value expected. That is what rounding promises of a sum: an error relative to its largest terms,
 * not to what is left of them.
 */
final class Agreement {
  /**
   * Of outputs and gradients of the contract's cases. A float is rounded by 6e-8 of itself, so a
   * dot product of 100 terms is off by 6e-7 of their root sum of squares, rarely more, whatever the
   * order of its terms; a few layers, and batch normalisation's division, multiply that by ten.
   */
  static final double FLOAT = 1e-5;

  /** Of values that a few roundings separate from the exact ones. */
  static final double FEW_ROUNDINGS = 1e-6;

  private Agreement() {}

  static void assertClose(String name, float[] actual, float[] expected, double tolerance) {
    double[] doubles = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      doubles[i] = expected[i];
    }
    assertClose(name, actual, doubles, tolerance);
  }

  static void assertClose(String name, float[] actual, double[] expected, double tolerance) {
    if (actual.length != expected.length) {
      fail("%s: %d values, expected %d", name, actual.length, expected.length);
    }
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      // Negated, so that NaN fails.
      if (!(Math.abs(actual[i] - expected[i]) <= tolerance * largest)) {
        fail(
            "%s[%d] is %s, expected %s within %s of the largest, %s",
            name, i, actual[i], expected[i], tolerance, largest);
      }
    }
  }
}
