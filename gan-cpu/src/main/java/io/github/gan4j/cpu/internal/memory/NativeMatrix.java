package io.github.gan4j.cpu.internal.memory;

import org.jspecify.annotations.Nullable;

/**
 * A matrix in a {@link FloatBlock}, where native code can reach it; no gaps between its rows. It
 * may keep its values rounded to bfloat16 beside them: those follow whatever is written from the
 * heap, not what native code writes.
 */
public final class NativeMatrix extends Matrix implements Weight {
  private final FloatBlock block;
  private final @Nullable Bfloat16Block rounded;

  private NativeMatrix(
      FloatBlock block,
      @Nullable Bfloat16Block rounded,
      int offset,
      int rows,
      int columns,
      int stride,
      Runnable checkOpen) {
    super(offset, rows, columns, stride, checkOpen);
    this.block = block;
    this.rounded = rounded;
  }

  /**
   * Allocates one of zeros, whose values can be copied as long as {@code checkOpen} throws nothing.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static NativeMatrix allocate(int rows, int columns, Runnable checkOpen) {
    checkShape(rows, columns);
    FloatBlock block = new FloatBlock((long) rows * columns);
    return new NativeMatrix(block, null, 0, rows, columns, columns, checkOpen);
  }

  /** Allocates one as {@link #allocate} does, which keeps its values rounded to bfloat16 too. */
  public static NativeMatrix allocateRounded(int rows, int columns, Runnable checkOpen) {
    checkShape(rows, columns);
    FloatBlock block = new FloatBlock((long) rows * columns);
    Bfloat16Block rounded = new Bfloat16Block(block.size());
    return new NativeMatrix(block, rounded, 0, rows, columns, columns, checkOpen);
  }

  /** Moves a cursor to a place, where it is valid as long as this matrix is reachable. */
  public FloatCursor at(int row, int column, FloatCursor cursor) {
    return block.at(offset + row * stride + column, cursor);
  }

  /**
   * Moves a cursor to a place's rounded value, where it is valid as long as this matrix is
   * reachable.
   *
   * @throws IllegalStateException if this matrix keeps none
   */
  public Bfloat16Cursor roundedAt(int row, int column, Bfloat16Cursor cursor) {
    if (rounded == null) {
      throw new IllegalStateException("the matrix keeps no rounded values");
    }
    return rounded.at(offset + row * stride + column, cursor);
  }

  /** Copies values on from a place, whatever rows they are in, to the start of an array. */
  public void getRun(int at, float[] target, int length) {
    block.get(offset + at, target, 0, length);
  }

  /** Sets values on from a place, whatever rows they are in, from the start of an array. */
  public void putRun(int at, float[] source, int length) {
    write(offset + at, source, 0, length);
  }

  @Override
  NativeMatrix view(int offset, int rows, int columns) {
    return new NativeMatrix(block, rounded, offset, rows, columns, stride, checkOpen);
  }

  @Override
  public int size() {
    return rows() * columns();
  }

  @Override
  public NativeMatrix part(int from, int to) {
    return view(offset + from * stride, to - from, columns());
  }

  @Override
  public NativeMatrix reshape(int rows, int columns) {
    checkShape(rows, columns);
    if ((long) rows * columns > block.size() - offset) {
      throw new IllegalArgumentException(
          "%s x %s do not fit into %s values".formatted(rows, columns, block.size() - offset));
    }
    return new NativeMatrix(block, rounded, offset, rows, columns, columns, checkOpen);
  }

  @Override
  void read(int at, float[] target, int targetOffset, int length) {
    block.get(at, target, targetOffset, length);
  }

  @Override
  void write(int at, float[] source, int sourceOffset, int length) {
    block.put(at, source, sourceOffset, length);
    if (rounded != null) {
      rounded.put(at, source, sourceOffset, length);
    }
  }

  @Override
  public void free() {
    block.close();
    if (rounded != null) {
      rounded.close();
    }
  }
}
