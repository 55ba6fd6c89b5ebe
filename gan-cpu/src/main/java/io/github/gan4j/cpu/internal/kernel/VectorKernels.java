package io.github.gan4j.cpu.internal.kernel;

/** Sums and products over the first {@code n} places of arrays. */
public final class VectorKernels {
  private VectorKernels() {}

  /** Adds b to a. */
  public static void add(float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      a[i] += b[i];
    }
  }

  /** Multiplies a by b. */
  public static void multiply(float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      a[i] *= b[i];
    }
  }

  /** Multiplies a by a number. */
  public static void scale(float[] a, float factor, int n) {
    for (int i = 0; i < n; i++) {
      a[i] *= factor;
    }
  }

  /** Takes a share of itself from a, in one rounding: 1 − share would be a rounding of its own. */
  public static void decay(float[] a, float share, int n) {
    for (int i = 0; i < n; i++) {
      a[i] = Math.fma(-share, a[i], a[i]);
    }
  }

  /**
   * Returns the sum of the squares of {@code n} places from an offset on, in double precision: four
   * sums side by side, since each addition waits for the one before.
   */
  public static double squares(float[] a, int offset, int n) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int end = offset + n;
    int i = offset;
    for (; i + 3 < end; i += 4) {
      sum0 = Math.fma((double) a[i], a[i], sum0);
      sum1 = Math.fma((double) a[i + 1], a[i + 1], sum1);
      sum2 = Math.fma((double) a[i + 2], a[i + 2], sum2);
      sum3 = Math.fma((double) a[i + 3], a[i + 3], sum3);
    }
    for (; i < end; i++) {
      sum0 = Math.fma((double) a[i], a[i], sum0);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** Returns the sum of products in double precision, four sums side by side. */
  public static double dot(float[] a, float[] b, int n) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      sum0 = Math.fma((double) a[i], b[i], sum0);
      sum1 = Math.fma((double) a[i + 1], b[i + 1], sum1);
      sum2 = Math.fma((double) a[i + 2], b[i + 2], sum2);
      sum3 = Math.fma((double) a[i + 3], b[i + 3], sum3);
    }
    for (; i < n; i++) {
      sum0 = Math.fma((double) a[i], b[i], sum0);
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** Adds products to sums in double precision, where products of floats are exact. */
  public static void addProducts(double[] sums, float[] a, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] += (double) a[i] * b[i];
    }
  }

  /** Returns whether all are finite. */
  public static boolean allFinite(float[] a, int n) {
    float mark = 0;
    for (int i = 0; i < n; i++) {
      mark = Math.fma(a[i], 0f, mark);
    }
    return !Float.isNaN(mark);
  }

  /** Replaces x by x · scale + shift. */
  public static void affine(float[] x, float[] scale, float[] shift, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(x[i], scale[i], shift[i]);
    }
  }

  /** Moves a running average towards x: average += rest · (x − average), rest = 1 − decay. */
  public static void average(float[] average, float[] x, float rest, int n) {
    for (int i = 0; i < n; i++) {
      average[i] = Math.fma(rest, x[i] - average[i], average[i]);
    }
  }
}
