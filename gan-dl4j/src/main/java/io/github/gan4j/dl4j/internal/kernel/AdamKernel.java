package io.github.gan4j.dl4j.internal.kernel;

/** Adam (Kingma and Ba, 2015, arXiv:1412.6980), its last step written as PyTorch writes it. */
public final class AdamKernel {
  private AdamKernel() {}

  /**
   * Updates the first {@code n} values.
   *
   * @param w values
   * @param g gradient
   * @param m first moments
   * @param v second moments
   * @param beta1 decay of m
   * @param beta2 decay of v
   * @param stepSize learning rate / (1 − beta1^t)
   * @param rootCorrection 1 / √(1 − beta2^t)
   * @param epsilon added to the corrected root
   */
  public static void update(
      float[] w,
      float[] g,
      float[] m,
      float[] v,
      float beta1,
      float beta2,
      float stepSize,
      float rootCorrection,
      float epsilon,
      int n) {
    float rest1 = 1f - beta1;
    float rest2 = 1f - beta2;
    for (int i = 0; i < n; i++) {
      float mean = Math.fma(rest1, g[i] - m[i], m[i]);
      float square = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);
      m[i] = mean;
      v[i] = square;
      float root = Math.fma((float) Math.sqrt(square), rootCorrection, epsilon);
      w[i] = Math.fma(-stepSize, mean / root, w[i]);
    }
  }
}
