package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.memory.NativeMatrix;
import io.github.gan4j.dl4j.internal.memory.Weight;

/** Products by OpenBLAS. Has no state. */
enum BlasMultiplier implements Multiplier {
  INSTANCE;

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    Blas.multiplyTransposed(
        rows,
        count,
        weight.columns(),
        ((NativeMatrix) in).at(0, 0),
        in.stride(),
        ((NativeMatrix) weight).at(from, 0),
        weight.columns(),
        ((NativeMatrix) out).at(0, from),
        out.stride(),
        false);
  }

  @Override
  public void backward(int rows, Matrix delta, Weight weight, int from, int count, Matrix out) {
    Blas.multiply(
        rows,
        count,
        weight.rows(),
        ((NativeMatrix) delta).at(0, 0),
        delta.stride(),
        ((NativeMatrix) weight).at(0, from),
        weight.columns(),
        ((NativeMatrix) out).at(0, from),
        out.stride(),
        false);
  }

  @Override
  public void weightGradient(
      int rows, Matrix delta, int from, int count, Matrix in, Weight gradient, boolean add) {
    Blas.transposedMultiply(
        count,
        in.columns(),
        rows,
        ((NativeMatrix) delta).at(0, from),
        delta.stride(),
        ((NativeMatrix) in).at(0, 0),
        in.stride(),
        ((NativeMatrix) gradient).at(0, 0),
        gradient.columns(),
        add);
  }
}
