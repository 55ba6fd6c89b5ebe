package io.github.gan4j.dl4j.internal.memory;

import io.github.gan4j.engine.Tensor;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;

/** A tensor in a {@link FloatBlock}: row-major, the rows {@code stride} floats apart. */
public final class Matrix implements Tensor {
  private final FloatBlock block;
  private final int offset;
  private final int rows;
  private final int columns;
  private final int stride;
  private final Runnable checkOpen;

  private Matrix(
      FloatBlock block, int offset, int rows, int columns, int stride, Runnable checkOpen) {
    this.block = block;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
    this.checkOpen = checkOpen;
  }

  /**
   * Allocates one.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static Matrix allocate(int rows, int columns) {
    return allocate(rows, columns, () -> {});
  }

  /**
   * Allocates one whose values can be copied as long as {@code checkOpen} throws nothing.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static Matrix allocate(int rows, int columns, Runnable checkOpen) {
    if (rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          "a matrix must have at least 0 rows and 1 column, had %d and %d"
              .formatted(rows, columns));
    }
    return new Matrix(new FloatBlock((long) rows * columns), 0, rows, columns, columns, checkOpen);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** Returns how far apart rows are, in floats. */
  public int stride() {
    return stride;
  }

  @Override
  public Matrix rowRange(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new Matrix(block, offset + from * stride, to - from, columns, stride, checkOpen);
  }

  @Override
  public Matrix columnRange(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    if (from == to) {
      throw new IndexOutOfBoundsException("a column range must not be empty, was at " + from);
    }
    return new Matrix(block, offset + from, rows, to - from, stride, checkOpen);
  }

  @Override
  public void copyFrom(float[] source, int sourceOffset) {
    Objects.checkFromIndexSize(sourceOffset, rows * columns, source.length);
    checkOpen.run();
    for (int row = 0; row < rows; row++) {
      block.put(offset + row * stride, source, sourceOffset + row * columns, columns);
    }
  }

  @Override
  public void copyTo(float[] target, int targetOffset) {
    Objects.checkFromIndexSize(targetOffset, rows * columns, target.length);
    checkOpen.run();
    for (int row = 0; row < rows; row++) {
      block.get(offset + row * stride, target, targetOffset + row * columns, columns);
    }
  }

  /** Copies a part of a row, from a column on, to the start of an array. */
  public void get(int row, int column, float[] target, int length) {
    block.get(offset + row * stride + column, target, 0, length);
  }

  /** Sets a part of a row, from a column on, from the start of an array. */
  public void put(int row, int column, float[] source, int length) {
    block.put(offset + row * stride + column, source, 0, length);
  }

  /** Returns a new pointer to the start of a row, valid as long as this matrix is reachable. */
  public FloatPointer at(int row) {
    return block.at(offset + row * stride);
  }

  /** Returns a new pointer to a place. */
  public FloatPointer at(int row, int column) {
    return block.at(offset + row * stride + column);
  }

  /** Returns the block that this matrix stands in. */
  public FloatBlock block() {
    return block;
  }

  /** Frees the memory of this matrix and of all its views. */
  public void free() {
    block.close();
  }
}
