package io.github.gan4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of two matrices, one read number by number, with any strides, the other vector by
 * vector.
 *
 * <p>Blocks of six rows and up to four vectors stay in registers while they add up: 24 sums, as
 * many as two multiply-add units with a latency of four need to be busy, three times. Each element
 * is one chain of fused multiply-adds in the order of the sum, so that no cut into blocks, vectors
 * or threads changes a bit.
 */
public final class MatrixProduct {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  static final int LANES = SPECIES.length();

  /** Rows of a block. */
  private static final int ROWS = 6;

  /** Vectors of a block: 24 sums and what they need fit 32 registers, 12 fit AVX2's 16. */
  private static final int WIDEST = LANES == 8 ? 2 : 4;

  /** Columns that one pass over a part of b takes. */
  private static final int PANEL = 64;

  /** How far arrays must reach beyond the last element that a product reads as a vector. */
  public static final int SLACK = PANEL;

  private MatrixProduct() {}

  /**
   * Computes c = a · b (+ c): c[i][j] = Σ a[i][s] · b[s][j].
   *
   * <p>Vectors of b are read beyond its last column, up to {@link #SLACK} floats: whatever stands
   * there is multiplied and thrown away. Nothing beyond c's last column is written.
   *
   * @param rows of a and c, at least 1
   * @param columns of b and c, at least 1
   * @param sums columns of a and rows of b
   * @param sumsAtOnce how many rows of b go with one visit to c: few, so that they stay in cache
   *     when b's rows are far apart, or {@code sums}
   * @param aRowStride how far rows of a are apart
   * @param aSumStride how far columns of a are apart
   * @param scratch a worker's own
   * @param add whether c holds what to add to
   */
  public static void multiply(
      int rows,
      int columns,
      int sums,
      int sumsAtOnce,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      Scratch scratch,
      boolean add) {
    for (int from = 0; from < columns; from += PANEL) {
      int width = Math.min(PANEL, columns - from);
      for (int sum = 0; sum < sums; sum += sumsAtOnce) {
        panel(
            rows,
            width,
            Math.min(sumsAtOnce, sums - sum),
            a,
            aOffset + sum * aSumStride,
            aRowStride,
            aSumStride,
            b,
            bOffset + sum * bStride + from,
            bStride,
            c,
            cOffset + from,
            cStride,
            scratch,
            add || sum > 0);
      }
    }
  }

  /** Up to {@link #PANEL} columns of c. */
  private static void panel(
      int rows,
      int width,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      Scratch scratch,
      boolean add) {
    for (int row = 0; row < rows; row += ROWS) {
      int count = Math.min(ROWS, rows - row);
      int aAt = aOffset + row * aRowStride;
      int cAt = cOffset + row * cStride;
      int column = 0;
      while (column < width) {
        int vectors = vectors(width - column);
        int filled = Math.min(vectors * LANES, width - column);
        if (count == ROWS && filled == vectors * LANES) {
          block(
              vectors,
              ROWS,
              sums,
              a,
              aAt,
              aRowStride,
              aSumStride,
              b,
              bOffset + column,
              bStride,
              c,
              cAt + column,
              cStride,
              add);
        } else {
          float[] edge = scratch.edge;
          if (add) {
            copy(c, cAt + column, cStride, edge, 0, PANEL, count, filled);
          }
          block(
              vectors,
              count,
              sums,
              a,
              aAt,
              aRowStride,
              aSumStride,
              b,
              bOffset + column,
              bStride,
              edge,
              0,
              PANEL,
              add);
          copy(edge, 0, PANEL, c, cAt + column, cStride, count, filled);
        }
        column += filled;
      }
    }
  }

  /**
   * Returns how many vectors to take next of those that are left: threes rather than a lone one.
   */
  private static int vectors(int columns) {
    int left = (columns + LANES - 1) / LANES;
    return left == WIDEST + 1 && WIDEST > 2 ? 3 : Math.min(left, WIDEST);
  }

  private static void copy(
      float[] from,
      int fromOffset,
      int fromStride,
      float[] to,
      int toOffset,
      int toStride,
      int rows,
      int columns) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, fromOffset + row * fromStride, to, toOffset + row * toStride, columns);
    }
  }

  /** Six rows of c; rows of a beyond {@code rows} repeat its last. */
  private static void block(
      int vectors,
      int rows,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    switch (vectors) {
      case 4 ->
          sixByFour(
              rows,
              sums,
              a,
              aOffset,
              aRowStride,
              aSumStride,
              b,
              bOffset,
              bStride,
              c,
              cOffset,
              cStride,
              add);
      case 3 ->
          sixByThree(
              rows,
              sums,
              a,
              aOffset,
              aRowStride,
              aSumStride,
              b,
              bOffset,
              bStride,
              c,
              cOffset,
              cStride,
              add);
      case 2 ->
          sixByTwo(
              rows,
              sums,
              a,
              aOffset,
              aRowStride,
              aSumStride,
              b,
              bOffset,
              bStride,
              c,
              cOffset,
              cStride,
              add);
      default ->
          sixByOne(
              rows,
              sums,
              a,
              aOffset,
              aRowStride,
              aSumStride,
              b,
              bOffset,
              bStride,
              c,
              cOffset,
              cStride,
              add);
    }
  }

  private static FloatVector load(boolean add, float[] c, int offset) {
    return add ? FloatVector.fromArray(SPECIES, c, offset) : FloatVector.zero(SPECIES);
  }

  /** Six rows of c, four vectors wide. */
  private static void sixByFour(
      int rows,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    int row1 = Math.min(1, rows - 1) * aRowStride;
    int row2 = Math.min(2, rows - 1) * aRowStride;
    int row3 = Math.min(3, rows - 1) * aRowStride;
    int row4 = Math.min(4, rows - 1) * aRowStride;
    int row5 = Math.min(5, rows - 1) * aRowStride;
    FloatVector c00 = load(add, c, cOffset);
    FloatVector c01 = load(add, c, cOffset + LANES);
    FloatVector c02 = load(add, c, cOffset + 2 * LANES);
    FloatVector c03 = load(add, c, cOffset + 3 * LANES);
    FloatVector c10 = load(add, c, cOffset + cStride);
    FloatVector c11 = load(add, c, cOffset + cStride + LANES);
    FloatVector c12 = load(add, c, cOffset + cStride + 2 * LANES);
    FloatVector c13 = load(add, c, cOffset + cStride + 3 * LANES);
    FloatVector c20 = load(add, c, cOffset + 2 * cStride);
    FloatVector c21 = load(add, c, cOffset + 2 * cStride + LANES);
    FloatVector c22 = load(add, c, cOffset + 2 * cStride + 2 * LANES);
    FloatVector c23 = load(add, c, cOffset + 2 * cStride + 3 * LANES);
    FloatVector c30 = load(add, c, cOffset + 3 * cStride);
    FloatVector c31 = load(add, c, cOffset + 3 * cStride + LANES);
    FloatVector c32 = load(add, c, cOffset + 3 * cStride + 2 * LANES);
    FloatVector c33 = load(add, c, cOffset + 3 * cStride + 3 * LANES);
    FloatVector c40 = load(add, c, cOffset + 4 * cStride);
    FloatVector c41 = load(add, c, cOffset + 4 * cStride + LANES);
    FloatVector c42 = load(add, c, cOffset + 4 * cStride + 2 * LANES);
    FloatVector c43 = load(add, c, cOffset + 4 * cStride + 3 * LANES);
    FloatVector c50 = load(add, c, cOffset + 5 * cStride);
    FloatVector c51 = load(add, c, cOffset + 5 * cStride + LANES);
    FloatVector c52 = load(add, c, cOffset + 5 * cStride + 2 * LANES);
    FloatVector c53 = load(add, c, cOffset + 5 * cStride + 3 * LANES);
    int at = aOffset;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + 2 * LANES);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, bAt + 3 * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + row1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + row2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + row3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[at + row4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      c43 = a4.fma(b3, c43);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[at + row5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      c53 = a5.fma(b3, c53);
      at += aSumStride;
      bAt += bStride;
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c02.intoArray(c, cOffset + 2 * LANES);
    c03.intoArray(c, cOffset + 3 * LANES);
    c10.intoArray(c, cOffset + cStride);
    c11.intoArray(c, cOffset + cStride + LANES);
    c12.intoArray(c, cOffset + cStride + 2 * LANES);
    c13.intoArray(c, cOffset + cStride + 3 * LANES);
    c20.intoArray(c, cOffset + 2 * cStride);
    c21.intoArray(c, cOffset + 2 * cStride + LANES);
    c22.intoArray(c, cOffset + 2 * cStride + 2 * LANES);
    c23.intoArray(c, cOffset + 2 * cStride + 3 * LANES);
    c30.intoArray(c, cOffset + 3 * cStride);
    c31.intoArray(c, cOffset + 3 * cStride + LANES);
    c32.intoArray(c, cOffset + 3 * cStride + 2 * LANES);
    c33.intoArray(c, cOffset + 3 * cStride + 3 * LANES);
    c40.intoArray(c, cOffset + 4 * cStride);
    c41.intoArray(c, cOffset + 4 * cStride + LANES);
    c42.intoArray(c, cOffset + 4 * cStride + 2 * LANES);
    c43.intoArray(c, cOffset + 4 * cStride + 3 * LANES);
    c50.intoArray(c, cOffset + 5 * cStride);
    c51.intoArray(c, cOffset + 5 * cStride + LANES);
    c52.intoArray(c, cOffset + 5 * cStride + 2 * LANES);
    c53.intoArray(c, cOffset + 5 * cStride + 3 * LANES);
  }

  /** Six rows of c, three vectors wide. */
  private static void sixByThree(
      int rows,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    int row1 = Math.min(1, rows - 1) * aRowStride;
    int row2 = Math.min(2, rows - 1) * aRowStride;
    int row3 = Math.min(3, rows - 1) * aRowStride;
    int row4 = Math.min(4, rows - 1) * aRowStride;
    int row5 = Math.min(5, rows - 1) * aRowStride;
    FloatVector c00 = load(add, c, cOffset);
    FloatVector c01 = load(add, c, cOffset + LANES);
    FloatVector c02 = load(add, c, cOffset + 2 * LANES);
    FloatVector c10 = load(add, c, cOffset + cStride);
    FloatVector c11 = load(add, c, cOffset + cStride + LANES);
    FloatVector c12 = load(add, c, cOffset + cStride + 2 * LANES);
    FloatVector c20 = load(add, c, cOffset + 2 * cStride);
    FloatVector c21 = load(add, c, cOffset + 2 * cStride + LANES);
    FloatVector c22 = load(add, c, cOffset + 2 * cStride + 2 * LANES);
    FloatVector c30 = load(add, c, cOffset + 3 * cStride);
    FloatVector c31 = load(add, c, cOffset + 3 * cStride + LANES);
    FloatVector c32 = load(add, c, cOffset + 3 * cStride + 2 * LANES);
    FloatVector c40 = load(add, c, cOffset + 4 * cStride);
    FloatVector c41 = load(add, c, cOffset + 4 * cStride + LANES);
    FloatVector c42 = load(add, c, cOffset + 4 * cStride + 2 * LANES);
    FloatVector c50 = load(add, c, cOffset + 5 * cStride);
    FloatVector c51 = load(add, c, cOffset + 5 * cStride + LANES);
    FloatVector c52 = load(add, c, cOffset + 5 * cStride + 2 * LANES);
    int at = aOffset;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bAt + 2 * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + row1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + row2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + row3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[at + row4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[at + row5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      at += aSumStride;
      bAt += bStride;
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c02.intoArray(c, cOffset + 2 * LANES);
    c10.intoArray(c, cOffset + cStride);
    c11.intoArray(c, cOffset + cStride + LANES);
    c12.intoArray(c, cOffset + cStride + 2 * LANES);
    c20.intoArray(c, cOffset + 2 * cStride);
    c21.intoArray(c, cOffset + 2 * cStride + LANES);
    c22.intoArray(c, cOffset + 2 * cStride + 2 * LANES);
    c30.intoArray(c, cOffset + 3 * cStride);
    c31.intoArray(c, cOffset + 3 * cStride + LANES);
    c32.intoArray(c, cOffset + 3 * cStride + 2 * LANES);
    c40.intoArray(c, cOffset + 4 * cStride);
    c41.intoArray(c, cOffset + 4 * cStride + LANES);
    c42.intoArray(c, cOffset + 4 * cStride + 2 * LANES);
    c50.intoArray(c, cOffset + 5 * cStride);
    c51.intoArray(c, cOffset + 5 * cStride + LANES);
    c52.intoArray(c, cOffset + 5 * cStride + 2 * LANES);
  }

  /** Six rows of c, two vectors wide. */
  private static void sixByTwo(
      int rows,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    int row1 = Math.min(1, rows - 1) * aRowStride;
    int row2 = Math.min(2, rows - 1) * aRowStride;
    int row3 = Math.min(3, rows - 1) * aRowStride;
    int row4 = Math.min(4, rows - 1) * aRowStride;
    int row5 = Math.min(5, rows - 1) * aRowStride;
    FloatVector c00 = load(add, c, cOffset);
    FloatVector c01 = load(add, c, cOffset + LANES);
    FloatVector c10 = load(add, c, cOffset + cStride);
    FloatVector c11 = load(add, c, cOffset + cStride + LANES);
    FloatVector c20 = load(add, c, cOffset + 2 * cStride);
    FloatVector c21 = load(add, c, cOffset + 2 * cStride + LANES);
    FloatVector c30 = load(add, c, cOffset + 3 * cStride);
    FloatVector c31 = load(add, c, cOffset + 3 * cStride + LANES);
    FloatVector c40 = load(add, c, cOffset + 4 * cStride);
    FloatVector c41 = load(add, c, cOffset + 4 * cStride + LANES);
    FloatVector c50 = load(add, c, cOffset + 5 * cStride);
    FloatVector c51 = load(add, c, cOffset + 5 * cStride + LANES);
    int at = aOffset;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bAt + LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + row1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + row2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + row3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[at + row4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[at + row5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      at += aSumStride;
      bAt += bStride;
    }
    c00.intoArray(c, cOffset);
    c01.intoArray(c, cOffset + LANES);
    c10.intoArray(c, cOffset + cStride);
    c11.intoArray(c, cOffset + cStride + LANES);
    c20.intoArray(c, cOffset + 2 * cStride);
    c21.intoArray(c, cOffset + 2 * cStride + LANES);
    c30.intoArray(c, cOffset + 3 * cStride);
    c31.intoArray(c, cOffset + 3 * cStride + LANES);
    c40.intoArray(c, cOffset + 4 * cStride);
    c41.intoArray(c, cOffset + 4 * cStride + LANES);
    c50.intoArray(c, cOffset + 5 * cStride);
    c51.intoArray(c, cOffset + 5 * cStride + LANES);
  }

  /** Six rows of c, one vector wide. */
  private static void sixByOne(
      int rows,
      int sums,
      float[] a,
      int aOffset,
      int aRowStride,
      int aSumStride,
      float[] b,
      int bOffset,
      int bStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    int row1 = Math.min(1, rows - 1) * aRowStride;
    int row2 = Math.min(2, rows - 1) * aRowStride;
    int row3 = Math.min(3, rows - 1) * aRowStride;
    int row4 = Math.min(4, rows - 1) * aRowStride;
    int row5 = Math.min(5, rows - 1) * aRowStride;
    FloatVector c00 = load(add, c, cOffset);
    FloatVector c10 = load(add, c, cOffset + cStride);
    FloatVector c20 = load(add, c, cOffset + 2 * cStride);
    FloatVector c30 = load(add, c, cOffset + 3 * cStride);
    FloatVector c40 = load(add, c, cOffset + 4 * cStride);
    FloatVector c50 = load(add, c, cOffset + 5 * cStride);
    int at = aOffset;
    int bAt = bOffset;
    for (int s = 0; s < sums; s++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bAt);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
      c00 = a0.fma(b0, c00);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + row1]);
      c10 = a1.fma(b0, c10);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + row2]);
      c20 = a2.fma(b0, c20);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + row3]);
      c30 = a3.fma(b0, c30);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[at + row4]);
      c40 = a4.fma(b0, c40);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[at + row5]);
      c50 = a5.fma(b0, c50);
      at += aSumStride;
      bAt += bStride;
    }
    c00.intoArray(c, cOffset);
    c10.intoArray(c, cOffset + cStride);
    c20.intoArray(c, cOffset + 2 * cStride);
    c30.intoArray(c, cOffset + 3 * cStride);
    c40.intoArray(c, cOffset + 4 * cStride);
    c50.intoArray(c, cOffset + 5 * cStride);
  }

  /** A worker's own memory, for blocks that reach over an edge. Not thread-safe. */
  public static final class Scratch {
    private final float[] edge = new float[ROWS * PANEL];
  }
}
