package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.blas.Mkl;
import io.github.gan4j.cpu.internal.memory.Bfloat16Cursor;
import io.github.gan4j.cpu.internal.memory.FloatCursor;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** Products of what the operands are rounded to. */
final class Bfloat16Multiplier implements Multiplier {
  private final Bfloat16Cursor left = new Bfloat16Cursor();
  private final Bfloat16Cursor right = new Bfloat16Cursor();
  private final FloatCursor product = new FloatCursor();

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    Mkl.multiply(
        false,
        true,
        rows,
        count,
        weight.columns(),
        ((NativeMatrix) in).roundedAt(0, 0, left),
        in.stride(),
        ((NativeMatrix) weight).roundedAt(from, 0, right),
        weight.columns(),
        ((NativeMatrix) out).at(0, from, product),
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
        ((NativeMatrix) delta).roundedAt(0, 0, left),
        delta.stride(),
        ((NativeMatrix) weight).roundedAt(0, from, right),
        weight.columns(),
        ((NativeMatrix) out).at(0, from, product),
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
        ((NativeMatrix) delta).roundedAt(0, from, left),
        delta.stride(),
        ((NativeMatrix) in).roundedAt(0, 0, right),
        in.stride(),
        ((NativeMatrix) gradient).at(0, 0, product),
        gradient.columns(),
        add);
  }
}
