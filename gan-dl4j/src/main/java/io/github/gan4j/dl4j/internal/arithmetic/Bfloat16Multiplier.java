package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.blas.Mkl;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.memory.NativeMatrix;
import io.github.gan4j.dl4j.internal.memory.Weight;

/** Products of what the operands are rounded to. Has no state. */
enum Bfloat16Multiplier implements Multiplier {
  INSTANCE;

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    Mkl.multiply(
        false,
        true,
        rows,
        count,
        weight.columns(),
        ((NativeMatrix) in).roundedAt(0, 0),
        in.stride(),
        ((NativeMatrix) weight).roundedAt(from, 0),
        weight.columns(),
        ((NativeMatrix) out).at(0, from),
        out.stride(),
        false);
  }

  @Override
  public void backward(int rows, Matrix delta, Weight weight, int from, int count, Matrix out) {
    Mkl.multiply(
        false,
        false,
        rows,
        count,
        weight.rows(),
        ((NativeMatrix) delta).roundedAt(0, 0),
        delta.stride(),
        ((NativeMatrix) weight).roundedAt(0, from),
        weight.columns(),
        ((NativeMatrix) out).at(0, from),
        out.stride(),
        false);
  }

  @Override
  public void weightGradient(
      int rows, Matrix delta, int from, int count, Matrix in, Weight gradient, boolean add) {
    Mkl.multiply(
        true,
        false,
        count,
        in.columns(),
        rows,
        ((NativeMatrix) delta).roundedAt(0, from),
        delta.stride(),
        ((NativeMatrix) in).roundedAt(0, 0),
        in.stride(),
        ((NativeMatrix) gradient).at(0, 0),
        gradient.columns(),
        add);
  }
}
