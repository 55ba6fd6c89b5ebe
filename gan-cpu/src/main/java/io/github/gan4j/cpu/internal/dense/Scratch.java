package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import java.util.List;

/** What a worker needs for itself: rows on the heap, where kernels work, and its multiplier. */
final class Scratch {
  final float[] row;

  /** A row that an earlier pass kept: outputs, factors. */
  final float[] saved;

  /** A share of an affine map's factors, and of its summands. */
  final float[] scale;

  final float[] shift;
  final int[] bits;
  final Multiplier multiplier;

  private Scratch(int width, Multiplier multiplier) {
    row = new float[width];
    saved = new float[width];
    scale = new float[width];
    shift = new float[width];
    bits = new int[width];
    this.multiplier = multiplier;
  }

  /** Makes one a worker, each with room for the widest layer. */
  static Scratch[] forWorkers(int workers, List<DenseLayer> layers, Arithmetic arithmetic) {
    int width = layers.stream().mapToInt(DenseLayer::outputs).max().orElse(1);
    Scratch[] scratches = new Scratch[workers];
    for (int i = 0; i < workers; i++) {
      scratches[i] = new Scratch(width, arithmetic.multiplier());
    }
    return scratches;
  }
}
