package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a layer's weight. Its gradient is multiplied out and applied while it is in cache:
 * the whole gradient is never there.
 */
final class WeightTile {
  /** Values a tile: 128 KiB of gradient stay in a core's second-level cache beside the rest. */
  private static final int TILE = 32_768;

  /** Values at once on the heap: four arrays of this fit the first-level cache. */
  static final int CHUNK = 2_048;

  private final DenseLayer layer;
  private final int index;
  private final int from;
  private final int to;
  private final List<OptimizerValues> chunks = new ArrayList<>();

  private WeightTile(DenseLayer layer, int index, int from, int to, boolean averaged) {
    this.layer = layer;
    this.index = index;
    this.from = from;
    this.to = to;
    int size = size();
    for (int at = 0; at < size; at += CHUNK) {
      chunks.add(new OptimizerValues(Math.min(CHUNK, size - at), averaged));
    }
  }

  /** Cuts a layer's weight into tiles. */
  static List<WeightTile> cut(DenseLayer layer, int index, boolean averaged) {
    int rows = Math.max(1, TILE / layer.inputs);
    List<WeightTile> tiles = new ArrayList<>();
    for (int from = 0; from < layer.outputs; from += rows) {
      tiles.add(new WeightTile(layer, index, from, Math.min(from + rows, layer.outputs), averaged));
    }
    return tiles;
  }

  int size() {
    return (to - from) * layer.inputs;
  }

  List<OptimizerValues> chunks() {
    return chunks;
  }

  /** Writes the gradient, summed over passes, to the start of {@code gradient}. */
  void multiplyOut(List<DenseTrainingPass> passes, Matrix gradient) {
    for (int i = 0; i < passes.size(); i++) {
      DenseTrainingPass pass = passes.get(i);
      Matrix delta = pass.part(index).delta();
      Matrix input = pass.input(index);
      Blas.transposedMultiply(
          to - from,
          layer.inputs,
          pass.rows(),
          delta.at(0, from),
          delta.stride(),
          input.at(0),
          input.stride(),
          gradient.at(0),
          layer.inputs,
          i > 0);
    }
  }

  /** Applies the gradient that {@link #multiplyOut} wrote. */
  void apply(AdamStep step, Matrix gradient, UpdateScratch scratch) {
    int at = 0;
    for (OptimizerValues chunk : chunks) {
      int n = chunk.first.length;
      int weightAt = from * layer.inputs + at;
      gradient.block().get(at, scratch.gradient, 0, n);
      layer.weight.block().get(weightAt, scratch.values, 0, n);
      step.apply(scratch.values, scratch.gradient, chunk, n);
      layer.weight.block().put(weightAt, scratch.values, 0, n);
      at += n;
    }
  }

  /** Sets the average to the weight as it is. */
  void resetAverage() {
    int at = from * layer.inputs;
    for (OptimizerValues chunk : chunks) {
      layer.weight.block().get(at, chunk.average, 0, chunk.average.length);
      at += chunk.first.length;
    }
  }
}
