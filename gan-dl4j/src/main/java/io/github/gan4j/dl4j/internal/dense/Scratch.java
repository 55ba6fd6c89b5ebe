package io.github.gan4j.dl4j.internal.dense;

import java.util.List;

/** A worker's rows on the heap, where kernels work. Each has room for the widest layer. */
final class Scratch {
  final float[] row;
  final float[] other;
  final float[] third;
  final int[] bits;

  Scratch(List<DenseLayer> layers) {
    int width = layers.stream().mapToInt(layer -> layer.outputs).max().orElse(1);
    row = new float[width];
    other = new float[width];
    third = new float[width];
    bits = new int[width];
  }

  static Scratch[] forWorkers(int workers, List<DenseLayer> layers) {
    Scratch[] scratches = new Scratch[workers];
    for (int i = 0; i < workers; i++) {
      scratches[i] = new Scratch(layers);
    }
    return scratches;
  }
}
