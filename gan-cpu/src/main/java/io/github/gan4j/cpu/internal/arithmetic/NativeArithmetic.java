package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/** What libraries that pack their operands have in common: the sizes of pieces and tiles. */
abstract class NativeArithmetic implements Arithmetic {
  /**
   * Values of an update's tile. Libraries pack both operands of each product, which weighs less the
   * larger the product is; half a megabyte still stays in a core's own cache.
   */
  private static final int TILE = 131_072;

  /** A vector register's floats: pieces end where these do. */
  private static final int STEP = 16;

  @Override
  public final int columnsAtOnce(int width, int workers) {
    int each = (width + workers - 1) / workers;
    return (each + STEP - 1) / STEP * STEP;
  }

  @Override
  public final int rowsAtOnce(int columns) {
    return Math.max(1, TILE / columns);
  }

  @Override
  public final ForwardInput forwardInput(int rows, int columns) {
    return ForwardInput.ITSELF;
  }

  @Override
  public final TileOptimizer tileOptimizer(Weight rows, boolean averaged) {
    return new NativeTileOptimizer((NativeMatrix) rows, averaged);
  }
}
