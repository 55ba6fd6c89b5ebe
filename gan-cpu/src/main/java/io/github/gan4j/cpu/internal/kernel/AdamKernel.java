package io.github.gan4j.cpu.internal.kernel;

/**
 * Adam (Kingma and Ba, 2015, arXiv:1412.6980), its last step written as PyTorch writes it, and what
 * {@link UpdateNumbers} makes of it.
 *
 * <p>Moments of weights that get hardly any gradient, as those of an image's black border, decay
 * into subnormal numbers, on which a processor works thirty times slower. Adding a small number and
 * taking it away again keeps them from that: they end at 0 or a little above. What is lost, 4e-18
 * of a gradient or a first moment and 5e-28 of a second, is nothing beside epsilon, 1e-8; without
 * an epsilon, as in SGD, it is nothing beside the rounding of a weight above 1e-10.
 */
public final class AdamKernel {
  private static final float MEAN_FLOOR = 1e-10f;
  private static final float SQUARE_FLOOR = 1e-20f;

  private AdamKernel() {}

  /**
   * Updates the first {@code n} values.
   *
   * @param w values
   * @param g gradient; overwritten if its factor is not 1
   * @param m first moments
   * @param v second moments
   * @param nonFinite become NaN where a value or its second moment is not finite any more, and stay
   *     as they are elsewhere. In this loop, which waits for its divisions, that costs next to
   *     nothing
   */
  public static void update(
      float[] w, float[] g, float[] m, float[] v, UpdateNumbers numbers, float[] nonFinite, int n) {
    if (numbers.gradientFactor() != 1) {
      VectorKernels.scale(g, numbers.gradientFactor(), n);
    }
    if (numbers.decay() != 0) {
      VectorKernels.decay(w, numbers.decay(), n);
    }
    step(w, g, m, v, numbers, nonFinite, n);
  }

  /** Factor and decay stand outside: C2 does not vectorise this loop with both of them in it. */
  private static void step(
      float[] w, float[] g, float[] m, float[] v, UpdateNumbers numbers, float[] nonFinite, int n) {
    float rest1 = numbers.rest1();
    float beta2 = numbers.beta2();
    float rest2 = numbers.rest2();
    float stepSize = numbers.stepSize();
    float rootCorrection = numbers.rootCorrection();
    float epsilon = numbers.epsilon();
    for (int i = 0; i < n; i++) {
      float gradient = (g[i] + MEAN_FLOOR) - MEAN_FLOOR;
      float mean = (Math.fma(rest1, gradient - m[i], m[i]) + MEAN_FLOOR) - MEAN_FLOOR;
      float square =
          (Math.fma(beta2, v[i], rest2 * gradient * gradient) + SQUARE_FLOOR) - SQUARE_FLOOR;
      m[i] = mean;
      v[i] = square;
      float root = Math.fma((float) Math.sqrt(square), rootCorrection, epsilon);
      float moved = Math.fma(-stepSize, mean / root, w[i]);
      w[i] = moved;
      nonFinite[i] = Math.fma(moved + square, 0f, nonFinite[i]);
    }
  }
}
