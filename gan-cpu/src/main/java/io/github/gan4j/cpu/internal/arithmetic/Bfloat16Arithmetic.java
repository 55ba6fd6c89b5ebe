package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.blas.Mkl;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/**
 * Products of bfloat16 by oneMKL. Only the operands of products are rounded: weights, activations,
 * gradients and their sums are floats, and so is what the optimiser keeps.
 */
public final class Bfloat16Arithmetic extends NativeArithmetic {
  /**
   * Loads the library.
   *
   * @throws io.github.gan4j.error.EngineException if it cannot be loaded
   */
  public Bfloat16Arithmetic() {
    Mkl.load();
  }

  @Override
  public String description() {
    return "oneMKL in bfloat16";
  }

  @Override
  public Matrix allocate(int rows, int columns, Runnable checkOpen) {
    return NativeMatrix.allocateRounded(rows, columns, checkOpen);
  }

  @Override
  public Matrix allocateAside(int rows, int columns) {
    return NativeMatrix.allocate(rows, columns, () -> {});
  }

  @Override
  public Weight allocateWeight(int rows, int columns) {
    return NativeMatrix.allocateRounded(rows, columns, () -> {});
  }

  @Override
  public void beforeWork() {}

  @Override
  public Multiplier multiplier() {
    return new Bfloat16Multiplier();
  }
}
