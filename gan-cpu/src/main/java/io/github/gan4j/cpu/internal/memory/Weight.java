package io.github.gan4j.cpu.internal.memory;

/** A matrix of trained values, its gradient or its moments: values are given out row by row. */
public interface Weight extends Segment {

  /** Returns the number of rows. */
  int rows();

  /** Returns the number of columns. */
  int columns();

  /** Returns the rows from {@code from} to {@code to} (exclusive), with the same values. */
  Weight part(int from, int to);

  /**
   * Returns a weight of another shape that starts where this one does.
   *
   * @throws IllegalArgumentException if there is no room for it
   */
  Weight reshape(int rows, int columns);

  /** Frees the memory of this weight and of all its parts. */
  void free();
}
