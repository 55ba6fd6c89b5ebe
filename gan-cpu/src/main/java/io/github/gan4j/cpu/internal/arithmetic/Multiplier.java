package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** One worker's products of matrices. Not thread-safe. */
public interface Multiplier {

  /**
   * Computes columns of out = in · weightᵀ, which rows of the weight give.
   *
   * @param rows of {@code in} and {@code out}
   * @param form what took {@code in}
   */
  void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out);

  /** Computes columns of out = delta · weight. */
  void backward(int rows, Matrix delta, Weight weight, int from, int count, Matrix out);

  /**
   * Computes gradient = deltaᵀ · in (+ gradient) for columns of delta, which give its rows.
   *
   * @param rows of {@code delta} and {@code in}
   */
  void weightGradient(
      int rows, Matrix delta, int from, int count, Matrix in, Weight gradient, boolean add);
}
