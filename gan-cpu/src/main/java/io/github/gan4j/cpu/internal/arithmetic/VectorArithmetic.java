package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.HeapArena;
import io.github.gan4j.cpu.internal.memory.HeapMatrix;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.PanelWeight;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.vector.VectorApi;

/**
 * Products by the JDK's Vector API, matrices on the heap. Gives the same bits on every processor
 * and with any number of threads.
 */
public final class VectorArithmetic implements Arithmetic {
  /** Columns of a piece: whole panels, and few enough to even out slow workers. */
  private static final int COLUMNS = 2 * PanelWeight.PANEL;

  /** Values of an update's tile: its gradient stays in a core's own cache. */
  private static final int TILE = 24_576;

  /** Rows of a kernel's block: tiles are whole blocks. */
  private static final int BLOCK = 6;

  private final HeapArena arena = new HeapArena();
  private final int lanes;

  /**
   * Makes one.
   *
   * @throws IllegalStateException if the Vector API is not there
   */
  public VectorArithmetic() {
    lanes = VectorApi.lanes();
  }

  @Override
  public String description() {
    return "Vector API of %s lanes".formatted(lanes);
  }

  @Override
  public Matrix allocate(int rows, int columns, Runnable checkOpen) {
    return HeapMatrix.allocate(arena, rows, columns, checkOpen);
  }

  @Override
  public Weight allocateWeight(int rows, int columns) {
    return PanelWeight.allocate(arena, rows, columns);
  }

  @Override
  public void beforeWork() {}

  @Override
  public int columnsAtOnce(int width, int workers) {
    return width > workers * PanelWeight.PANEL ? COLUMNS : PanelWeight.PANEL;
  }

  @Override
  public int rowsAtOnce(int columns) {
    return Math.max(BLOCK, TILE / columns / BLOCK * BLOCK);
  }

  @Override
  public ForwardInput forwardInput(int rows, int columns) {
    return new TransposedInput(arena, rows, columns);
  }

  @Override
  public Multiplier multiplier() {
    return new VectorMultiplier(arena, COLUMNS);
  }

  @Override
  public TileOptimizer tileOptimizer(Weight rows, boolean averaged) {
    return new HeapTileOptimizer(arena, (PanelWeight) rows, averaged);
  }
}
