package io.github.gan4j.engine;

/**
 * A matrix of floats in an engine's own memory, row by row.
 *
 * <p>A view shares its values with what it was taken from. A tensor belongs to the engine that
 * allocated it and must not be used after that engine is closed. Passes refuse tensors of another
 * kind of engine with an {@link IllegalArgumentException}, before they compute anything. Not
 * thread-safe.
 */
public interface Tensor {

  /** Returns the number of rows; 0 is allowed. */
  int rows();

  /** Returns the number of columns; at least 1. */
  int columns();

  /**
   * Returns a view of the rows from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if {@code 0 <= from <= to <= rows()} does not hold
   */
  Tensor rowRange(int from, int to);

  /**
   * Returns a view of the columns from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if {@code 0 <= from < to <= columns()} does not hold
   */
  Tensor columnRange(int from, int to);

  /**
   * Sets every value, from {@code rows() * columns()} floats packed row by row.
   *
   * @throws IndexOutOfBoundsException if {@code source} is short
   */
  void copyFrom(float[] source, int offset);

  /**
   * Reads every value into {@code rows() * columns()} floats packed row by row.
   *
   * @throws IndexOutOfBoundsException if {@code target} is short
   */
  void copyTo(float[] target, int offset);
}
