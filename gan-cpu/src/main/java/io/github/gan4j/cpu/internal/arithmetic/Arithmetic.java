package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** A way to store matrices and to compute with them. What one makes, another cannot use. */
public interface Arithmetic {

  /** Returns a few words for logs. */
  String description();

  /**
   * Returns a new matrix of zeros, whose values can be copied as long as {@code checkOpen} throws
   * nothing.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  Matrix allocate(int rows, int columns, Runnable checkOpen);

  /** Returns a new matrix of zeros. */
  default Matrix allocate(int rows, int columns) {
    return allocate(rows, columns, () -> {});
  }

  /** Returns a new matrix of zeros that will be no operand of a product. */
  default Matrix allocateAside(int rows, int columns) {
    return allocate(rows, columns);
  }

  /**
   * Returns a new weight of zeros.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  Weight allocateWeight(int rows, int columns);

  /** Gets ready for a team's work; the thread that is about to start it calls this. */
  void beforeWork();

  /** Returns how many columns of a layer make one piece of work for a team of this many. */
  int columnsAtOnce(int width, int workers);

  /** Returns how many rows of a weight of this many columns are updated as one piece of work. */
  int rowsAtOnce(int columns);

  /** Returns a new form of inputs for forward products. */
  ForwardInput forwardInput(int rows, int columns);

  /** Returns a new multiplier, for one worker. */
  Multiplier multiplier();

  /** Returns a new optimiser for rows of a weight. */
  TileOptimizer tileOptimizer(Weight rows, boolean averaged);
}
