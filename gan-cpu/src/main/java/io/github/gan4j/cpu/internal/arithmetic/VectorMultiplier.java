package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.HeapArena;
import io.github.gan4j.cpu.internal.memory.HeapMatrix;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.PanelWeight;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.vector.MatrixProduct;

/** Products by the Vector API. */
final class VectorMultiplier implements Multiplier {
  private static final int PANEL = PanelWeight.PANEL;

  /** Rows of a panel of inputs that stay in the first-level cache. */
  private static final int ROWS_AT_ONCE = 64;

  private final MatrixProduct product = new MatrixProduct();

  /** A panel of outputs turned over. */
  private final HeapMatrix turned;

  VectorMultiplier(HeapArena arena, int mostColumns) {
    turned = HeapMatrix.allocateDense(arena, mostColumns, PANEL);
  }

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    // A team's shares fit; who has whole rows to give may ask for more columns than these.
    int most = turned.rows();
    for (int column = from; column < from + count; column += most) {
      forwardColumns(rows, form, weight, column, Math.min(most, from + count - column), out);
    }
  }

  private void forwardColumns(
      int rows, ForwardInput form, Weight weight, int from, int count, Matrix out) {
    TransposedInput input = (TransposedInput) form;
    HeapMatrix outputs = (HeapMatrix) out;
    for (int row = 0; row < rows; row += PANEL) {
      int height = Math.min(PANEL, rows - row);
      forwardTurned(input, row, height, (PanelWeight) weight, from, count);
      turnBack(
          turned.array(),
          turned.at(0, 0),
          outputs.array(),
          outputs.at(row, from),
          outputs.stride(),
          height,
          count);
    }
  }

  /** Numbers of the weight times vectors of inputs turned over give outputs turned over. */
  private void forwardTurned(
      TransposedInput input, int row, int height, PanelWeight weight, int from, int count) {
    int full = weight.fullPanels();
    int inFull = full * PANEL;
    product.result(turned.array(), turned.at(0, 0), PANEL);
    if (full > 0) {
      product
          .left(weight.array(), weight.at(0, from), PANEL, 1, PANEL, weight.panelStride())
          .right(input.array(), input.at(row, 0), PANEL)
          .compute(count, height, inFull, false);
    }
    if (full < weight.panels()) {
      product
          .left(weight.array(), weight.at(full, from), weight.stride(full), 1)
          .right(input.array(), input.at(row, inFull), PANEL)
          .compute(count, height, weight.columns() - inFull, full > 0);
    }
  }

  private static void turnBack(
      float[] from, int fromAt, float[] to, int toAt, int stride, int rows, int count) {
    for (int row = 0; row < rows; row++) {
      int at = fromAt + row;
      int end = toAt + row * stride + count;
      for (int target = toAt + row * stride; target < end; target++) {
        to[target] = from[at];
        at += PANEL;
      }
    }
  }

  @Override
  public void backward(int rows, Matrix delta, Weight weight, int from, int count, Matrix out) {
    HeapMatrix deltas = (HeapMatrix) delta;
    PanelWeight weights = (PanelWeight) weight;
    HeapMatrix outputs = (HeapMatrix) out;
    product.left(deltas.array(), deltas.at(0, 0), deltas.stride(), 1);
    for (int column = from; column < from + count; column += PANEL) {
      int panel = column / PANEL;
      product
          .right(weights.array(), weights.at(panel, 0), weights.stride(panel))
          .result(outputs.array(), outputs.at(0, column), outputs.stride())
          .compute(rows, weights.columnsOf(panel), weights.rows(), false);
    }
  }

  @Override
  public void weightGradient(
      int rows, Matrix delta, int from, int count, Matrix in, Weight gradient, boolean add) {
    HeapMatrix deltas = (HeapMatrix) delta;
    HeapMatrix inputs = (HeapMatrix) in;
    PanelWeight gradients = (PanelWeight) gradient;
    for (int row = 0; row < rows; row += ROWS_AT_ONCE) {
      int height = Math.min(ROWS_AT_ONCE, rows - row);
      product.left(deltas.array(), deltas.at(row, from), 1, deltas.stride());
      for (int panel = 0; panel < gradients.panels(); panel++) {
        product
            .right(inputs.array(), inputs.at(row, panel * PANEL), inputs.stride())
            .result(gradients.array(), gradients.at(panel, 0), gradients.stride(panel))
            .compute(count, gradients.columnsOf(panel), height, add || row > 0);
      }
    }
  }
}
