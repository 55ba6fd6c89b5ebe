package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.HeapArena;
import io.github.gan4j.cpu.internal.memory.HeapMatrix;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.PanelWeight;

/**
 * Inputs turned over, in panels of 64 rows: a panel has a run of 64 floats for each column, one
 * after the other, so that a product reads it straight through.
 */
final class TransposedInput implements ForwardInput {
  private static final int PANEL = PanelWeight.PANEL;

  private final int columns;
  private final HeapMatrix panels;

  TransposedInput(HeapArena arena, int rows, int columns) {
    this.columns = columns;
    int count = (rows + PANEL - 1) / PANEL;
    panels = HeapMatrix.allocateDense(arena, Math.multiplyExact(count, columns), PANEL);
  }

  float[] array() {
    return panels.array();
  }

  /** Returns where a column starts in the panel whose first row this is. */
  int at(int row, int column) {
    return panels.at(row / PANEL * columns + column, 0);
  }

  @Override
  public boolean isCopy() {
    return true;
  }

  @Override
  public void take(Matrix in, int rows, int from, int count) {
    HeapMatrix source = (HeapMatrix) in;
    for (int row = 0; row < rows; row += PANEL) {
      turn(
          source.array(),
          source.at(row, from),
          source.stride(),
          panels.array(),
          at(row, from),
          Math.min(PANEL, rows - row),
          count);
    }
  }

  /** Writes rows as columns, 64 floats apart. */
  private static void turn(
      float[] from, int fromAt, int stride, float[] to, int toAt, int rows, int count) {
    for (int column = 0; column < count; column++) {
      int at = fromAt + column;
      int end = toAt + column * PANEL + rows;
      for (int target = toAt + column * PANEL; target < end; target++) {
        to[target] = from[at];
        at += stride;
      }
    }
  }
}
