package io.github.gan4j.vector;

/**
 * The kernels without vectors, to the same bits: each number is the same chain of roundings. They
 * compute while the JVM has not compiled the vectors yet, see {@link WarmUp}. Even its quick
 * compiler C1 keeps these sums in registers: 13 GFLOP/s a core against C2's 16 (AMD Zen 5), where
 * vectors that are not compiled take a hundred times as long and leave garbage.
 */
final class PlainKernels {
  /** Rows and columns of a block: with what its 12 sums need it nearly fits 16 registers. */
  private static final int ROWS = 3;

  private static final int COLUMNS = 4;

  private PlainKernels() {}

  /**
   * Computes c = a · b (+ c).
   *
   * @param rows of a and c, at least 1
   * @param aRun columns of a panel of a, as a power of two
   * @param aRunStride how far panels of a are apart
   * @param add whether c holds what to add to
   */
  static void product(
      int rows,
      int columns,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      int aRun,
      int aRunStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    int whole = columns / COLUMNS * COLUMNS;
    for (int row = 0; row < rows; row += ROWS) {
      int aAt = aOffset + row * aRowStride;
      int aRow1 = Math.min(1, rows - row - 1) * aRowStride;
      int aRow2 = Math.min(2, rows - row - 1) * aRowStride;
      int cAt = cOffset + row * cStride;
      int cRow1 = Math.min(1, rows - row - 1) * cStride;
      int cRow2 = Math.min(2, rows - row - 1) * cStride;
      for (int column = 0; column < whole; column += COLUMNS) {
        block(
            sums,
            a,
            aAt,
            aRow1,
            aRow2,
            aSumStride,
            aRun,
            aRunStride,
            b,
            bOffset + column,
            bStride,
            c,
            cAt + column,
            cRow1,
            cRow2,
            add);
      }
      for (int column = whole; column < columns; column++) {
        column(
            sums,
            a,
            aAt,
            aRow1,
            aRow2,
            aSumStride,
            aRun,
            aRunStride,
            b,
            bOffset + column,
            bStride,
            c,
            cAt + column,
            cRow1,
            cRow2,
            add);
      }
    }
  }

  /** Three rows, of which the last may be one and the same, of four columns. */
  private static void block(
      int sums,
      float[] a,
      int aOffset,
      int aRow1,
      int aRow2,
      int aSumStride,
      int aRun,
      int aRunStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int row0,
      int cRow1,
      int cRow2,
      boolean add) {
    int row1 = row0 + cRow1;
    int row2 = row0 + cRow2;
    float c00 = add ? c[row0] : 0;
    float c01 = add ? c[row0 + 1] : 0;
    float c02 = add ? c[row0 + 2] : 0;
    float c03 = add ? c[row0 + 3] : 0;
    float c10 = add ? c[row1] : 0;
    float c11 = add ? c[row1 + 1] : 0;
    float c12 = add ? c[row1 + 2] : 0;
    float c13 = add ? c[row1 + 3] : 0;
    float c20 = add ? c[row2] : 0;
    float c21 = add ? c[row2 + 1] : 0;
    float c22 = add ? c[row2 + 2] : 0;
    float c23 = add ? c[row2 + 3] : 0;
    int mask = (1 << aRun) - 1;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      int aAt = aOffset + (s & mask) * aSumStride + (s >> aRun) * aRunStride;
      float a0 = a[aAt];
      float a1 = a[aAt + aRow1];
      float a2 = a[aAt + aRow2];
      float b0 = b[bAt];
      float b1 = b[bAt + 1];
      float b2 = b[bAt + 2];
      float b3 = b[bAt + 3];
      c00 = Math.fma(a0, b0, c00);
      c01 = Math.fma(a0, b1, c01);
      c02 = Math.fma(a0, b2, c02);
      c03 = Math.fma(a0, b3, c03);
      c10 = Math.fma(a1, b0, c10);
      c11 = Math.fma(a1, b1, c11);
      c12 = Math.fma(a1, b2, c12);
      c13 = Math.fma(a1, b3, c13);
      c20 = Math.fma(a2, b0, c20);
      c21 = Math.fma(a2, b1, c21);
      c22 = Math.fma(a2, b2, c22);
      c23 = Math.fma(a2, b3, c23);
      bAt += bStride;
    }
    c[row0] = c00;
    c[row0 + 1] = c01;
    c[row0 + 2] = c02;
    c[row0 + 3] = c03;
    c[row1] = c10;
    c[row1 + 1] = c11;
    c[row1 + 2] = c12;
    c[row1 + 3] = c13;
    c[row2] = c20;
    c[row2 + 1] = c21;
    c[row2 + 2] = c22;
    c[row2 + 3] = c23;
  }

  /** Three rows, of which the last may be one and the same, of one column. */
  private static void column(
      int sums,
      float[] a,
      int aOffset,
      int aRow1,
      int aRow2,
      int aSumStride,
      int aRun,
      int aRunStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int row0,
      int cRow1,
      int cRow2,
      boolean add) {
    float c0 = add ? c[row0] : 0;
    float c1 = add ? c[row0 + cRow1] : 0;
    float c2 = add ? c[row0 + cRow2] : 0;
    int mask = (1 << aRun) - 1;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      int aAt = aOffset + (s & mask) * aSumStride + (s >> aRun) * aRunStride;
      float b0 = b[bAt];
      c0 = Math.fma(a[aAt], b0, c0);
      c1 = Math.fma(a[aAt + aRow1], b0, c1);
      c2 = Math.fma(a[aAt + aRow2], b0, c2);
      bAt += bStride;
    }
    c[row0] = c0;
    c[row0 + cRow1] = c1;
    c[row0 + cRow2] = c2;
  }

  /** Updates as {@link AdamUpdate#update} does. */
  static boolean update(
      int count,
      float[] w,
      int wOffset,
      float[] gradient,
      int gradientOffset,
      float[] first,
      int firstOffset,
      float[] second,
      int secondOffset,
      AdamUpdate.Numbers numbers) {
    float gradientFactor = numbers.gradientFactor();
    float rest1 = numbers.rest1();
    float beta2 = numbers.beta2();
    float rest2 = numbers.rest2();
    float stepSize = numbers.stepSize();
    float rootCorrection = numbers.rootCorrection();
    float epsilon = numbers.epsilon();
    float decay = numbers.decay();
    // Becomes NaN where anything is not finite.
    float mark = 0;
    for (int i = 0; i < count; i++) {
      float g = floor(gradientFactor * gradient[gradientOffset + i], AdamUpdate.MEAN_FLOOR);
      float mean = first[firstOffset + i];
      float m = floor(Math.fma(rest1, g - mean, mean), AdamUpdate.MEAN_FLOOR);
      float square = second[secondOffset + i];
      float v = floor(Math.fma(beta2, square, rest2 * g * g), AdamUpdate.SQUARE_FLOOR);
      first[firstOffset + i] = m;
      second[secondOffset + i] = v;
      float root = Math.fma((float) Math.sqrt(v), rootCorrection, epsilon);
      float before = w[wOffset + i];
      float moved = Math.fma(-stepSize, m / root, Math.fma(-decay, before, before));
      w[wOffset + i] = moved;
      mark = Math.fma(moved + v, 0f, mark);
    }
    return !Float.isNaN(mark);
  }

  private static float floor(float x, float floor) {
    return (x + floor) - floor;
  }

  /** Averages as {@link AdamUpdate#average} does. */
  static void average(
      int count, float[] w, int wOffset, float[] average, int averageOffset, float rest) {
    for (int i = 0; i < count; i++) {
      float before = average[averageOffset + i];
      average[averageOffset + i] = Math.fma(rest, w[wOffset + i] - before, before);
    }
  }
}
