package io.github.gan4j.cpu.internal.kernel;

/**
 * Batch normalisation, a row at a time, so that statistics gather over features side by side.
 * Arrays have a place for each feature.
 */
public final class BatchNormKernels {
  private BatchNormKernels() {}

  /**
   * Takes a row into running means and sums of squared deviations (B. P. Welford, Technometrics 4,
   * 1962).
   *
   * @param count the number of rows with this one
   */
  public static void gather(float[] mean, float[] squares, float[] x, int count, int n) {
    float share = 1f / count;
    for (int i = 0; i < n; i++) {
      float before = x[i] - mean[i];
      mean[i] = Math.fma(before, share, mean[i]);
      squares[i] = Math.fma(before, x[i] - mean[i], squares[i]);
    }
  }

  /** Computes 1 / √(squares / count + epsilon). */
  public static void inverseDeviation(
      float[] inverse, float[] squares, int count, float epsilon, int n) {
    float share = 1f / count;
    for (int i = 0; i < n; i++) {
      inverse[i] = 1f / (float) Math.sqrt(Math.fma(squares[i], share, epsilon));
    }
  }

  /** Replaces x by (x − mean) · inverse. */
  public static void normalize(float[] x, float[] mean, float[] inverse, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - mean[i]) * inverse[i];
    }
  }

  /** Adds a row's gradient, and its product with the normalised row, to the sums over rows. */
  public static void gatherGradient(
      float[] sum, float[] productSum, float[] g, float[] normalized, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += g[i];
      productSum[i] = Math.fma(g[i], normalized[i], productSum[i]);
    }
  }

  /**
   * Replaces the gradient by the normalised and scaled output by the one by the input: factor · (g
   * − (sum + normalized · productSum) / rows), Ioffe and Szegedy's chain of derivatives put
   * together.
   *
   * @param factor scale · inverse deviation
   * @param rows over how many rows the sums go
   */
  public static void backward(
      float[] g,
      float[] normalized,
      float[] sum,
      float[] productSum,
      float[] factor,
      int rows,
      int n) {
    float share = 1f / rows;
    for (int i = 0; i < n; i++) {
      float common = Math.fma(normalized[i], productSum[i], sum[i]);
      g[i] = factor[i] * Math.fma(-share, common, g[i]);
    }
  }
}
