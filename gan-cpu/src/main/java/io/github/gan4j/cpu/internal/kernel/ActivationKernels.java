package io.github.gan4j.cpu.internal.kernel;

/**
 * Activations and their derivatives over the first {@code n} places of arrays, in the form that the
 * JIT compiler turns into vector instructions: plain arrays, one index, no branch.
 */
public final class ActivationKernels {
  /** Takes any normal positive float past 1. */
  private static final float HUGE = 1e38f;

  /** Where tanh rounds to 1 in single precision. */
  private static final float TANH_LIMIT = 9.02f;

  private ActivationKernels() {}

  /** Replaces x by max(0, x). */
  public static void relu(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(x[i], 0f);
    }
  }

  /** Replaces x by x where positive and slope · x elsewhere, for a slope in [0, 1). */
  public static void leakyRelu(float[] x, float slope, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(x[i], x[i] * slope);
    }
  }

  /** Multiplies g by the derivative of a (leaky) rectifier whose outputs are y. */
  public static void leakyReluBackward(float[] g, float[] y, float slope, int n) {
    for (int i = 0; i < n; i++) {
      g[i] *= Math.max(Math.min(y[i] * HUGE, 1f), slope);
    }
  }

  /**
   * Replaces x by tanh(x), within 3 units in the last place: Lambert's continued fraction of
   * tanh(x/2), cut after its seventh term, then the double-angle formula.
   */
  public static void tanh(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float u = 0.5f * Math.min(Math.max(x[i], -TANH_LIMIT), TANH_LIMIT);
      float z = u * u;
      float bottom = Math.fma(Math.fma(Math.fma(28f, z, 3150f), z, 62370f), z, 135135f);
      // Bottom less top, so that what rounds is small beside 1.
      float missing = z * Math.fma(Math.fma(27f, z, 2772f), z, 45045f);
      float t = u * (1f - missing / bottom);
      x[i] = (t + t) / Math.fma(t, t, 1f);
    }
  }

  /** Multiplies g by the derivative of tanh whose outputs are y. */
  public static void tanhBackward(float[] g, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      g[i] *= Math.fma(-y[i], y[i], 1f);
    }
  }

  /** Turns outputs of tanh(x/2) into those of the logistic function of x. */
  public static void sigmoidFromHalfTanh(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(0.5f, x[i], 0.5f);
    }
  }

  /** Multiplies g by the derivative of the logistic function whose outputs are y. */
  public static void sigmoidBackward(float[] g, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      g[i] *= y[i] - y[i] * y[i];
    }
  }
}
