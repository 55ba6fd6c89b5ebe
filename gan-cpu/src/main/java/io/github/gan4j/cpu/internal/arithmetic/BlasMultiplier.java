package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.blas.Blas;
import io.github.gan4j.cpu.internal.memory.FloatCursor;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** Products by OpenBLAS. */
final class BlasMultiplier implements Multiplier {
  private final FloatCursor left = new FloatCursor();
  private final FloatCursor right = new FloatCursor();
  private final FloatCursor product = new FloatCursor();

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    Blas.multiplyTransposed(
        rows,
        count,
        weight.columns(),
        ((NativeMatrix) in).at(0, 0, left),
        in.stride(),
        ((NativeMatrix) weight).at(from, 0, right),
        weight.columns(),
        ((NativeMatrix) out).at(0, from, product),
        out.stride(),
        false);
  }

  @Override
  public void backward(int rows, Matrix delta, Weight weight, int from, int count, Matrix out) {
    Blas.multiply(
        rows,
        count,
        weight.rows(),
        ((NativeMatrix) delta).at(0, 0, left),
        delta.stride(),
        ((NativeMatrix) weight).at(0, from, right),
        weight.columns(),
        ((NativeMatrix) out).at(0, from, product),
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
        ((NativeMatrix) delta).at(0, from, left),
        delta.stride(),
        ((NativeMatrix) in).at(0, 0, right),
        in.stride(),
        ((NativeMatrix) gradient).at(0, 0, product),
        gradient.columns(),
        add);
  }
}
