package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.blas.Mkl;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.memory.NativeMatrix;
import io.github.gan4j.dl4j.internal.memory.Weight;

/**
 * Products of bfloat16 by oneMKL. Only the operands of products are rounded: weights, activations,
 * gradients and their sums are floats, and so is what the optimiser keeps.
 */
public final class Bfloat16Arithmetic implements Arithmetic {
  /** Values of an update's tile: half a megabyte stays in a core's own cache. */
  private static final int TILE = 131_072;

  /** A vector register's floats: pieces end where these do. */
  private static final int STEP = 16;

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
  public int columnsAtOnce(int width, int workers) {
    int each = (width + workers - 1) / workers;
    return (each + STEP - 1) / STEP * STEP;
  }

  @Override
  public int rowsAtOnce(int columns) {
    return Math.max(1, TILE / columns);
  }

  @Override
  public ForwardInput forwardInput(int rows, int columns) {
    return ForwardInput.ITSELF;
  }

  @Override
  public Multiplier multiplier() {
    return Bfloat16Multiplier.INSTANCE;
  }

  @Override
  public TileOptimizer tileOptimizer(Weight rows, boolean averaged) {
    return new NativeTileOptimizer((NativeMatrix) rows, averaged);
  }
}
