package io.github.gan4j.tck;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;

/** Tensors from and to arrays. */
final class Tensors {
  private Tensors() {}

  /** Returns a new tensor of these values, packed row by row. */
  static Tensor of(GanEngine engine, int rows, int columns, float... values) {
    Tensor tensor = engine.allocate(rows, columns);
    tensor.copyFrom(values, 0);
    return tensor;
  }

  static float[] toArray(Tensor tensor) {
    float[] values = new float[tensor.rows() * tensor.columns()];
    tensor.copyTo(values, 0);
    return values;
  }

  /** Returns 1, 2, 3 …, which tell every place of a tensor from every other. */
  static float[] counting(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i + 1f;
    }
    return values;
  }
}
