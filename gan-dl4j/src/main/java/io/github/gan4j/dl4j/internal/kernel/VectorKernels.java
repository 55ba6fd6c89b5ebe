package io.github.gan4j.dl4j.internal.kernel;

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
