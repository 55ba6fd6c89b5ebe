package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.arithmetic.TileOptimizer;
import io.github.gan4j.cpu.internal.arithmetic.UpdateScratch;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a layer's weight. Its gradient is multiplied out and applied while it is in cache:
 * the whole gradient is never there.
 */
final class WeightTile {
  private final int index;
  private final Linear linear;
  private final int from;
  private final Weight rows;
  private final TileOptimizer optimizer;

  private WeightTile(DenseLayer layer, int index, int from, Weight rows, TileOptimizer optimizer) {
    linear = layer.linear;
    this.index = index;
    this.from = from;
    this.rows = rows;
    this.optimizer = optimizer;
  }

  /** Cuts a layer's weight into tiles. */
  static List<WeightTile> cut(
      DenseLayer layer, int index, Arithmetic arithmetic, int workers, boolean averaged) {
    int each = (layer.outputs() + workers - 1) / workers;
    int height = Math.min(each, arithmetic.rowsAtOnce(layer.inputs()));
    List<WeightTile> tiles = new ArrayList<>();
    for (int from = 0; from < layer.outputs(); from += height) {
      Weight rows = layer.linear.weight.part(from, Math.min(from + height, layer.outputs()));
      tiles.add(new WeightTile(layer, index, from, rows, arithmetic.tileOptimizer(rows, averaged)));
    }
    return tiles;
  }

  /** Returns the rows of the weight. */
  Weight rows() {
    return rows;
  }

  TileOptimizer optimizer() {
    return optimizer;
  }

  /** Computes the gradient, summed over passes, in memory that is large enough. */
  Weight gradient(List<DenseTrainingPass> passes, Multiplier multiplier, Weight memory) {
    Weight gradient = memory.reshape(rows.rows(), rows.columns());
    for (int i = 0; i < passes.size(); i++) {
      DenseTrainingPass pass = passes.get(i);
      multiplier.weightGradient(
          pass.rows(),
          pass.part(index).delta(),
          from,
          rows.rows(),
          pass.input(index),
          gradient,
          i > 0);
    }
    linear.correct(from, rows.rows(), multiplier, gradient);
    return gradient;
  }

  /** Applies the gradient, summed over passes. */
  void update(
      List<DenseTrainingPass> passes,
      UpdateNumbers numbers,
      Multiplier multiplier,
      Weight memory,
      UpdateScratch scratch) {
    optimizer.update(gradient(passes, multiplier, memory), numbers, scratch);
  }
}
