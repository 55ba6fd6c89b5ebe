package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.Tensor;

/** Checks of arguments; messages name the argument, the rule and what was found. */
final class Shapes {
  private Shapes() {}

  static void atLeast(String name, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " must be at least " + minimum + ", was " + value);
    }
  }

  /** Returns the tensor, if it has this shape and comes from a reference engine. */
  static ReferenceTensor require(String name, Tensor tensor, int rows, int columns) {
    if (!(tensor instanceof ReferenceTensor reference)) {
      throw new IllegalArgumentException(
          name + " must come from a reference engine, was a " + tensor.getClass().getName());
    }
    if (tensor.rows() != rows || tensor.columns() != columns) {
      throw new IllegalArgumentException(
          "%s must be %s × %s, was %s × %s"
              .formatted(name, rows, columns, tensor.rows(), tensor.columns()));
    }
    return reference;
  }
}
