package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.blas.Blas;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** Products by OpenBLAS, matrices in native memory. */
public final class BlasArithmetic extends NativeArithmetic {
  /**
   * Loads the library.
   *
   * @throws io.github.gan4j.error.EngineException if it cannot be loaded
   */
  public BlasArithmetic() {
    Blas.load();
  }

  @Override
  public String description() {
    return Blas.version();
  }

  @Override
  public Matrix allocate(int rows, int columns, Runnable checkOpen) {
    return NativeMatrix.allocate(rows, columns, checkOpen);
  }

  @Override
  public Weight allocateWeight(int rows, int columns) {
    return NativeMatrix.allocate(rows, columns, () -> {});
  }

  @Override
  public void beforeWork() {
    Blas.useCallingThreadOnly();
  }

  @Override
  public Multiplier multiplier() {
    return new BlasMultiplier();
  }
}
