package io.github.gan4j.vector;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of two matrices, c = a · b: a is read number by number, from almost any arrangement, b
 * vector by vector.
 *
 * <p>Blocks of six rows and up to four vectors of c stay in registers while they add up: 24 sums,
 * three times what two multiply-add units with a latency of four need to be busy. Each element is
 * one chain of fused multiply-adds in the order of the sum, so that no cut into blocks, vectors or
 * threads changes a bit. Until {@link WarmUp} has had them compiled, plain loops compute the same.
 *
 * <p>Not thread-safe: one worker's tool. It keeps its operands from one product to the next.
 */
public final class MatrixProduct {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  static final int LANES = SPECIES.length();

  /** Floats that must follow the last column of the last row of b in its array. */
  public static final int SLACK = 16;

  /** Rows of a block. */
  private static final int ROWS = 6;

  /** Vectors of a block: 24 sums and what they need fit 32 registers, 12 fit AVX2's 16. */
  private static final int WIDEST = LANES == 8 ? 2 : 4;

  /** A run of this power of two is longer than any sum. */
  private static final int NO_RUNS = 30;

  /** Columns of b that are walked together. */
  private static final int PANEL = 64;

  /** By their width less 1. */
  private static final List<ProductKernel> KERNELS =
      IntStream.rangeClosed(1, WIDEST)
          .mapToObj(vectors -> new ProductKernel(vectors, ROWS, LANES))
          .toList();

  private final float[] edge = new float[ROWS * PANEL];
  private float[] left = edge;
  private int leftOffset;
  private int leftRowStride;
  private int leftSumStride;
  private int leftRunShift;
  private int leftRunStride;
  private float[] right = edge;
  private int rightOffset;
  private int rightStride;
  private float[] result = edge;
  private int resultOffset;
  private int resultStride;

  /** Makes one without operands. */
  public MatrixProduct() {}

  static List<ProductKernel> kernels() {
    return KERNELS;
  }

  /**
   * Sets a.
   *
   * @param offset where its first element is
   * @param rowStride how far its rows are apart
   * @param sumStride how far its columns are apart, over which the sum goes
   */
  public MatrixProduct left(float[] values, int offset, int rowStride, int sumStride) {
    return left(values, offset, rowStride, sumStride, 1 << NO_RUNS, 0);
  }

  /**
   * Sets a matrix a that is cut into panels of columns.
   *
   * @param offset where its first element is
   * @param rowStride how far its rows are apart in a panel
   * @param sumStride how far its columns are apart in a panel
   * @param run columns of a panel, a power of two
   * @param runStride how far panels are apart
   */
  public MatrixProduct left(
      float[] values, int offset, int rowStride, int sumStride, int run, int runStride) {
    left = values;
    leftOffset = offset;
    leftRowStride = rowStride;
    leftSumStride = sumStride;
    leftRunShift = Integer.numberOfTrailingZeros(run);
    leftRunStride = runStride;
    return this;
  }

  /**
   * Sets b, whose rows the sum goes over. Vectors are read beyond its last column: whatever stands
   * there, if at least {@link #SLACK} floats do, is thrown away.
   *
   * @param offset where its first element is
   * @param stride how far its rows are apart
   */
  public MatrixProduct right(float[] values, int offset, int stride) {
    right = values;
    rightOffset = offset;
    rightStride = stride;
    return this;
  }

  /**
   * Sets c. Nothing beyond its last column is written.
   *
   * @param offset where its first element is
   * @param stride how far its rows are apart
   */
  public MatrixProduct result(float[] values, int offset, int stride) {
    result = values;
    resultOffset = offset;
    resultStride = stride;
    return this;
  }

  /**
   * Computes c = a · b (+ c).
   *
   * @param rows of a and c, at least 1
   * @param columns of b and c, at least 1
   * @param sums columns of a and rows of b
   * @param add whether c holds what to add to
   */
  public void compute(int rows, int columns, int sums, boolean add) {
    for (int from = 0; from < columns; from += PANEL) {
      int width = Math.min(PANEL, columns - from);
      for (int row = 0; row < rows; row += ROWS) {
        strip(row, Math.min(ROWS, rows - row), from, width, sums, add);
      }
    }
  }

  /** Up to six rows of up to 64 columns of c. */
  private void strip(int row, int rows, int from, int width, int sums, boolean add) {
    int aOffset = leftOffset + row * leftRowStride;
    int cOffset = resultOffset + row * resultStride;
    int end = from + width;
    for (int column = from; column < end; ) {
      int vectors = vectors(end - column);
      int filled = Math.min(vectors * LANES, end - column);
      int bAt = rightOffset + column;
      int cAt = cOffset + column;
      if (!KERNELS.get(vectors - 1).isCompiled()) {
        PlainKernels.product(
            rows,
            filled,
            sums,
            left,
            aOffset,
            leftRowStride,
            leftSumStride,
            leftRunShift,
            leftRunStride,
            right,
            bAt,
            rightStride,
            result,
            cAt,
            resultStride,
            add);
      } else if (rows == ROWS && filled == vectors * LANES) {
        block(vectors, ROWS, sums, aOffset, bAt, result, cAt, resultStride, add);
      } else {
        if (add) {
          copy(result, cAt, resultStride, edge, 0, PANEL, rows, filled);
        }
        block(vectors, rows, sums, aOffset, bAt, edge, 0, PANEL, add);
        copy(edge, 0, PANEL, result, cAt, resultStride, rows, filled);
      }
      column += filled;
    }
  }

  /** Returns how many vectors to take next for the columns left: no lone one after a full block. */
  private static int vectors(int columns) {
    int left = (columns + LANES - 1) / LANES;
    return left == WIDEST + 1 && WIDEST > 2 ? 3 : Math.min(left, WIDEST);
  }

  private static void copy(
      float[] from, int at, int stride, float[] to, int toAt, int toStride, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(from, at + row * stride, to, toAt + row * toStride, columns);
    }
  }

  /** Computes six rows of c; rows of a from {@code rows} on repeat its last. */
  void block(
      int vectors,
      int rows,
      int sums,
      int aOffset,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    switch (vectors) {
      case 4 -> sixByFour(rows, sums, aOffset, bOffset, c, cOffset, cStride, add);
      case 3 -> sixByThree(rows, sums, aOffset, bOffset, c, cOffset, cStride, add);
      case 2 -> sixByTwo(rows, sums, aOffset, bOffset, c, cOffset, cStride, add);
      default -> sixByOne(rows, sums, aOffset, bOffset, c, cOffset, cStride, add);
    }
  }

  private static FloatVector load(boolean add, float[] c, int offset) {
    return add ? FloatVector.fromArray(SPECIES, c, offset) : FloatVector.zero(SPECIES);
  }

  private void sixByFour(
      int rows,
      int sums,
      int aOffset,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    float[] a = left;
    float[] b = right;
    int row1 = Math.min(1, rows - 1) * leftRowStride;
    int row2 = Math.min(2, rows - 1) * leftRowStride;
    int row3 = Math.min(3, rows - 1) * leftRowStride;
    int row4 = Math.min(4, rows - 1) * leftRowStride;
    int row5 = Math.min(5, rows - 1) * leftRowStride;
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
    int step = leftSumStride;
    int shift = leftRunShift;
    int mask = (1 << shift) - 1;
    int runStep = leftRunStride;
    int bStep = rightStride;
    int bAt = bOffset;
    // One loop, though runs would be more natural as two: nested, C2 keeps its vectors in memory.
    for (int s = 0; s < sums; s++) {
      int at = aOffset + (s & mask) * step + (s >> shift) * runStep;
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
      bAt += bStep;
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

  private void sixByThree(
      int rows,
      int sums,
      int aOffset,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    float[] a = left;
    float[] b = right;
    int row1 = Math.min(1, rows - 1) * leftRowStride;
    int row2 = Math.min(2, rows - 1) * leftRowStride;
    int row3 = Math.min(3, rows - 1) * leftRowStride;
    int row4 = Math.min(4, rows - 1) * leftRowStride;
    int row5 = Math.min(5, rows - 1) * leftRowStride;
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
    int step = leftSumStride;
    int shift = leftRunShift;
    int mask = (1 << shift) - 1;
    int runStep = leftRunStride;
    int bStep = rightStride;
    int bAt = bOffset;
    // One loop, though runs would be more natural as two: nested, C2 keeps its vectors in memory.
    for (int s = 0; s < sums; s++) {
      int at = aOffset + (s & mask) * step + (s >> shift) * runStep;
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
      bAt += bStep;
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

  private void sixByTwo(
      int rows,
      int sums,
      int aOffset,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    float[] a = left;
    float[] b = right;
    int row1 = Math.min(1, rows - 1) * leftRowStride;
    int row2 = Math.min(2, rows - 1) * leftRowStride;
    int row3 = Math.min(3, rows - 1) * leftRowStride;
    int row4 = Math.min(4, rows - 1) * leftRowStride;
    int row5 = Math.min(5, rows - 1) * leftRowStride;
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
    int step = leftSumStride;
    int shift = leftRunShift;
    int mask = (1 << shift) - 1;
    int runStep = leftRunStride;
    int bStep = rightStride;
    int bAt = bOffset;
    // One loop, though runs would be more natural as two: nested, C2 keeps its vectors in memory.
    for (int s = 0; s < sums; s++) {
      int at = aOffset + (s & mask) * step + (s >> shift) * runStep;
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
      bAt += bStep;
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

  private void sixByOne(
      int rows,
      int sums,
      int aOffset,
      int bOffset,
      float[] c,
      int cOffset,
      int cStride,
      boolean add) {
    float[] a = left;
    float[] b = right;
    int row1 = Math.min(1, rows - 1) * leftRowStride;
    int row2 = Math.min(2, rows - 1) * leftRowStride;
    int row3 = Math.min(3, rows - 1) * leftRowStride;
    int row4 = Math.min(4, rows - 1) * leftRowStride;
    int row5 = Math.min(5, rows - 1) * leftRowStride;
    FloatVector c00 = load(add, c, cOffset);
    FloatVector c10 = load(add, c, cOffset + cStride);
    FloatVector c20 = load(add, c, cOffset + 2 * cStride);
    FloatVector c30 = load(add, c, cOffset + 3 * cStride);
    FloatVector c40 = load(add, c, cOffset + 4 * cStride);
    FloatVector c50 = load(add, c, cOffset + 5 * cStride);
    int step = leftSumStride;
    int shift = leftRunShift;
    int mask = (1 << shift) - 1;
    int runStep = leftRunStride;
    int bStep = rightStride;
    int bAt = bOffset;
    // One loop, though runs would be more natural as two: nested, C2 keeps its vectors in memory.
    for (int s = 0; s < sums; s++) {
      int at = aOffset + (s & mask) * step + (s >> shift) * runStep;
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
      bAt += bStep;
    }
    c00.intoArray(c, cOffset);
    c10.intoArray(c, cOffset + cStride);
    c20.intoArray(c, cOffset + 2 * cStride);
    c30.intoArray(c, cOffset + 3 * cStride);
    c40.intoArray(c, cOffset + 4 * cStride);
    c50.intoArray(c, cOffset + 5 * cStride);
  }
}
