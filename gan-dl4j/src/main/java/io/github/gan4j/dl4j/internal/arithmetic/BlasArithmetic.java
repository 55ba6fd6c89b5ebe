package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.memory.NativeMatrix;
import io.github.gan4j.dl4j.internal.memory.Weight;

/** Products by OpenBLAS, matrices in native memory. */
public final class BlasArithmetic implements Arithmetic {
  /**
   * Values of an update's tile. OpenBLAS packs both operands of each product, which weighs less the
   * larger the product is; half a megabyte still stays in a core's own cache.
   */
  private static final int TILE = 131_072;

  /** A vector register's floats: pieces end where these do. */
  private static final int STEP = 16;

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
    return BlasMultiplier.INSTANCE;
  }

  @Override
  public TileOptimizer tileOptimizer(Weight rows, boolean averaged) {
    return new NativeTileOptimizer((NativeMatrix) rows, averaged);
  }
}
