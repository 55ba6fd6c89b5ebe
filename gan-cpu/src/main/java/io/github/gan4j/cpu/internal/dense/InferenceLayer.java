package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.List;

/** A layer as it generates: a product, an affine map of its outputs, and what is left of stages. */
final class InferenceLayer {
  final int outputs;
  private final DenseLayer layer;
  private final Stage[] stages;
  private final AffineMap map;

  InferenceLayer(DenseLayer layer) {
    this.layer = layer;
    outputs = layer.outputs();
    stages = layer.stages.toArray(Stage[]::new);
    map = new AffineMap(outputs);
  }

  /** Returns what the columns of the outputs are cut into for a team of this many. */
  List<Share> outputShares(Arithmetic arithmetic, int workers) {
    return layer.outputShares(arithmetic, workers);
  }

  /** Takes the stages' values of this moment. */
  void fold() {
    map.clear();
    layer.linear.fold(map);
    for (Stage stage : stages) {
      stage.fold(map);
    }
  }

  /** Maps all of {@code in} to columns of {@code out}. */
  void forward(int rows, Matrix in, ForwardInput form, Share columns, Matrix out, Scratch scratch) {
    scratch.multiplier.forward(
        rows, in, form, layer.linear.weight, columns.from(), columns.count(), out);
    map.take(columns, scratch);
    float[] row = scratch.row;
    for (int r = 0; r < rows; r++) {
      columns.get(out, r, row);
      map.apply(row, columns.count(), scratch);
      for (Stage stage : stages) {
        stage.infer(row, columns.count());
      }
      columns.put(out, r, row);
    }
  }
}
