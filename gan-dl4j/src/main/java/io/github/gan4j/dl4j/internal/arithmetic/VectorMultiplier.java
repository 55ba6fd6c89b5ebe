package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.memory.HeapMatrix;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.vector.MatrixProduct;

/** Products by the Vector API. */
final class VectorMultiplier implements Multiplier {
  /** Rows of a weight, whose columns a backward product walks, that stay in the first cache. */
  private static final int SUMS_AT_ONCE = 128;

  private static final int PANEL = TransposedInput.PANEL;

  private final MatrixProduct.Scratch scratch = new MatrixProduct.Scratch();

  /** A panel of outputs turned over. */
  private final float[] turned;

  VectorMultiplier(int mostColumns) {
    turned = new float[mostColumns * PANEL];
  }

  @Override
  public void forward(
      int rows, Matrix in, ForwardInput form, Matrix weight, int from, int count, Matrix out) {
    TransposedInput input = (TransposedInput) form;
    HeapMatrix weights = (HeapMatrix) weight;
    HeapMatrix outputs = (HeapMatrix) out;
    int inputs = weight.columns();
    for (int row = 0; row < rows; row += PANEL) {
      int height = Math.min(PANEL, rows - row);
      MatrixProduct.multiply(
          count,
          height,
          inputs,
          inputs,
          weights.array(),
          weights.at(from, 0),
          weights.stride(),
          1,
          input.array(),
          input.panel(row),
          PANEL,
          turned,
          0,
          PANEL,
          scratch,
          false);
      turnBack(turned, outputs.array(), outputs.at(row, from), outputs.stride(), height, count);
    }
  }

  private static void turnBack(
      float[] from, float[] to, int toAt, int stride, int rows, int count) {
    for (int row = 0; row < rows; row++) {
      int at = row;
      int end = toAt + row * stride + count;
      for (int target = toAt + row * stride; target < end; target++) {
        to[target] = from[at];
        at += PANEL;
      }
    }
  }

  @Override
  public void backward(int rows, Matrix delta, Matrix weight, int from, int count, Matrix out) {
    HeapMatrix deltas = (HeapMatrix) delta;
    HeapMatrix weights = (HeapMatrix) weight;
    HeapMatrix outputs = (HeapMatrix) out;
    MatrixProduct.multiply(
        rows,
        count,
        weight.rows(),
        SUMS_AT_ONCE,
        deltas.array(),
        deltas.at(0, 0),
        deltas.stride(),
        1,
        weights.array(),
        weights.at(0, from),
        weights.stride(),
        outputs.array(),
        outputs.at(0, from),
        outputs.stride(),
        scratch,
        false);
  }

  @Override
  public void weightGradient(
      int rows, Matrix delta, int from, int count, Matrix in, Matrix gradient, boolean add) {
    HeapMatrix deltas = (HeapMatrix) delta;
    HeapMatrix inputs = (HeapMatrix) in;
    HeapMatrix gradients = (HeapMatrix) gradient;
    MatrixProduct.multiply(
        count,
        in.columns(),
        rows,
        rows,
        deltas.array(),
        deltas.at(0, from),
        1,
        deltas.stride(),
        inputs.array(),
        inputs.at(0, 0),
        inputs.stride(),
        gradients.array(),
        gradients.at(0, 0),
        gradients.stride(),
        scratch,
        add);
  }
}
