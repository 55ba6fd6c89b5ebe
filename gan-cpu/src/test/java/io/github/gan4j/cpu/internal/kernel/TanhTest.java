package io.github.gan4j.cpu.internal.kernel;

import static io.github.gan4j.cpu.internal.kernel.Places.assertUntouchedBeyond;
import static io.github.gan4j.cpu.internal.kernel.Places.normal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kernel's tanh against StrictMath's. */
class TanhTest {
  private static final int ULPS = 3;

  /** Beyond this, tanh rounds to 1. */
  private static final float ALL_OF_IT = 12;

  @Sizes
  void isWithinThreeUlpAtEverySize(int n) {
    float[] before = normal(n, new Random(n));
    float[] y = before.clone();
    ActivationKernels.tanh(y, n);
    for (int i = 0; i < n; i++) {
      assertThat(ulps(before[i], y[i])).isLessThanOrEqualTo(ULPS);
    }
    assertUntouchedBeyond(y, before, n);
  }

  @Test
  void isWithinThreeUlpFromDenormalsToSaturation() {
    int last = Float.floatToIntBits(ALL_OF_IT);
    float[] x = sweep(0, last, 1021);
    float[] y = tanh(x);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, ulps(x[i], y[i]));
    }
    assertThat(worst).isLessThanOrEqualTo(ULPS);
  }

  @Test
  void isOddToTheBit() {
    float[] x = sweep(0, Float.floatToIntBits(ALL_OF_IT), 10_007);
    float[] negative = x.clone();
    VectorKernels.scale(negative, -1, x.length);
    float[] expected = tanh(x);
    VectorKernels.scale(expected, -1, x.length);
    assertThat(tanh(negative)).isEqualTo(expected);
  }

  @Test
  void neverLeavesItsRangeNearSaturation() {
    float[] y = tanh(sweep(Float.floatToIntBits(8f), Float.floatToIntBits(9.1f), 1));
    for (float value : y) {
      if (!(value <= 1)) {
        assertThat(value).isLessThanOrEqualTo(1f);
      }
    }
  }

  @Test
  void fallsByNoMoreThanItsErrorWhereItShouldRise() {
    float[] y = tanh(sweep(0, Float.floatToIntBits(ALL_OF_IT), 499));
    float highest = 0;
    int worst = 0;
    for (float value : y) {
      worst = Math.max(worst, Float.floatToIntBits(highest) - Float.floatToIntBits(value));
      highest = Math.max(highest, value);
    }
    assertThat(worst).isLessThanOrEqualTo(ULPS);
  }

  @Test
  void keepsSpecialValues() {
    float[] y =
        tanh(
            0f,
            -0f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            -Float.MAX_VALUE);
    assertThat(Float.floatToRawIntBits(y[0])).isZero();
    assertThat(Float.floatToRawIntBits(y[1])).isEqualTo(Float.floatToRawIntBits(-0f));
    assertThat(y[2]).isNaN();
    for (int i = 3; i < y.length; i++) {
      float one = i % 2 == 1 ? 1 : -1;
      assertThat(y[i] * one).isBetween(1 - ULPS * Math.ulp(0.9f), 1f);
    }
  }

  private static float[] sweep(int firstBits, int lastBits, int step) {
    float[] x = new float[(lastBits - firstBits) / step + 1];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(firstBits + i * step);
    }
    return x;
  }

  private static float[] tanh(float... x) {
    float[] y = x.clone();
    ActivationKernels.tanh(y, y.length);
    return y;
  }

  private static double ulps(float x, float y) {
    double exact = StrictMath.tanh(x);
    return Math.abs(y - exact) / Math.ulp((float) exact);
  }
}
