package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.memory.Matrix;
import java.util.List;

/** A worker's memory while it updates: a tile's gradient, and a chunk of it on the heap. */
final class UpdateScratch {
  final Matrix tileGradient;
  final float[] gradient = new float[WeightTile.CHUNK];
  final float[] values = new float[WeightTile.CHUNK];

  UpdateScratch(List<WeightTile> tiles) {
    tileGradient = Matrix.allocate(1, tiles.stream().mapToInt(WeightTile::size).max().orElse(1));
  }
}
