package io.github.gan4j.cpu.internal.memory;

import io.github.gan4j.engine.Tensor;
import java.util.Objects;

/** A tensor of this engine: row-major, the rows {@code stride} floats apart. */
public abstract class Matrix implements Tensor {
  final int offset;
  final int stride;
  final Runnable checkOpen;
  private final int rows;
  private final int columns;

  Matrix(int offset, int rows, int columns, int stride, Runnable checkOpen) {
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.checkOpen = checkOpen;
  }

  /**
   * Checks the shape of a new one.
   *
   * @throws IllegalArgumentException if {@code rows < 0} or {@code columns < 1}
   */
  static void checkShape(int rows, int columns) {
    if (rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          "a matrix must have at least 0 rows and 1 column, had %s and %s"
              .formatted(rows, columns));
    }
  }

  @Override
  public final int rows() {
    return rows;
  }

  @Override
  public final int columns() {
    return columns;
  }

  /** Returns how far apart rows are, in floats. */
  public final int stride() {
    return stride;
  }

  @Override
  public final Matrix rowRange(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return view(offset + from * stride, to - from, columns);
  }

  @Override
  public final Matrix columnRange(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    if (from == to) {
      throw new IndexOutOfBoundsException("a column range must not be empty, was at " + from);
    }
    return view(offset + from, rows, to - from);
  }

  abstract Matrix view(int offset, int rows, int columns);

  @Override
  public final void copyFrom(float[] source, int sourceOffset) {
    Objects.checkFromIndexSize(sourceOffset, rows * columns, source.length);
    checkOpen.run();
    for (int row = 0; row < rows; row++) {
      write(offset + row * stride, source, sourceOffset + row * columns, columns);
    }
  }

  @Override
  public final void copyTo(float[] target, int targetOffset) {
    Objects.checkFromIndexSize(targetOffset, rows * columns, target.length);
    checkOpen.run();
    for (int row = 0; row < rows; row++) {
      read(offset + row * stride, target, targetOffset + row * columns, columns);
    }
  }

  /** Copies a part of a row, from a column on, to the start of an array. */
  public final void get(int row, int column, float[] target, int length) {
    read(offset + row * stride + column, target, 0, length);
  }

  /** Sets a part of a row, from a column on, from the start of an array. */
  public final void put(int row, int column, float[] source, int length) {
    write(offset + row * stride + column, source, 0, length);
  }

  abstract void read(int at, float[] target, int targetOffset, int length);

  abstract void write(int at, float[] source, int sourceOffset, int length);

  /** Frees the memory of this matrix and of all its views. */
  public abstract void free();
}
