package io.github.gan4j.dl4j.internal.memory;

import org.bytedeco.javacpp.FloatPointer;

/** A matrix in a {@link FloatBlock}, where native code can reach it; no gaps between its rows. */
public final class NativeMatrix extends Matrix implements Weight {
  private final FloatBlock block;

  private NativeMatrix(
      FloatBlock block, int offset, int rows, int columns, int stride, Runnable checkOpen) {
    super(offset, rows, columns, stride, checkOpen);
    this.block = block;
  }

  /**
   * Allocates one of zeros, whose values can be copied as long as {@code checkOpen} throws nothing.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static NativeMatrix allocate(int rows, int columns, Runnable checkOpen) {
    checkShape(rows, columns);
    return new NativeMatrix(
        new FloatBlock((long) rows * columns), 0, rows, columns, columns, checkOpen);
  }

  /** Returns a new pointer to a place, valid as long as this matrix is reachable. */
  public FloatPointer at(int row, int column) {
    return block.at(offset + row * stride + column);
  }

  /** Copies values on from a place, whatever rows they are in, to the start of an array. */
  public void getRun(int at, float[] target, int length) {
    block.get(offset + at, target, 0, length);
  }

  /** Sets values on from a place, whatever rows they are in, from the start of an array. */
  public void putRun(int at, float[] source, int length) {
    block.put(offset + at, source, 0, length);
  }

  @Override
  NativeMatrix view(int offset, int rows, int columns) {
    return new NativeMatrix(block, offset, rows, columns, stride, checkOpen);
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
          "%d x %d do not fit into %d values".formatted(rows, columns, block.size() - offset));
    }
    return new NativeMatrix(block, offset, rows, columns, columns, checkOpen);
  }

  @Override
  void read(int at, float[] target, int targetOffset, int length) {
    block.get(at, target, targetOffset, length);
  }

  @Override
  void write(int at, float[] source, int sourceOffset, int length) {
    block.put(at, source, sourceOffset, length);
  }

  @Override
  public void free() {
    block.close();
  }
}
