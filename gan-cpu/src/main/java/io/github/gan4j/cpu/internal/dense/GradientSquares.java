package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.List;

/**
 * The sum of the squares of a network's gradient. Each row of a weight has a sum of its own, and
 * these are added up in their order, so that neither how rows are cut into tiles, nor who does a
 * tile, shows in the bits.
 */
final class GradientSquares {
  private final List<VectorUpdate> vectors;
  private final double[][] ofRows;
  private final double[] ofVectors;

  /** A tile's gradient on the heap and without what fills its rows up, one a worker. */
  private final float[][] values;

  GradientSquares(List<WeightTile> tiles, List<VectorUpdate> vectors, int workers) {
    this.vectors = vectors;
    ofRows = new double[tiles.size()][];
    int most = 0;
    for (int i = 0; i < ofRows.length; i++) {
      Weight rows = tiles.get(i).rows();
      ofRows[i] = new double[rows.rows()];
      most = Math.max(most, rows.size());
    }
    ofVectors = new double[vectors.size()];
    values = new float[workers][most];
  }

  /** Takes in a tile's gradient. */
  void ofTile(int tile, Weight gradient, int worker) {
    float[] own = values[worker];
    gradient.copyTo(own, 0);
    double[] sums = ofRows[tile];
    for (int row = 0; row < sums.length; row++) {
      sums[row] = VectorKernels.squares(own, row * gradient.columns(), gradient.columns());
    }
  }

  /** Takes in the gradients of everything but weights. */
  void ofVectors(List<DenseTrainingPass> passes) {
    for (int i = 0; i < ofVectors.length; i++) {
      float[] gradient = vectors.get(i).sum(passes);
      ofVectors[i] = VectorKernels.squares(gradient, 0, gradient.length);
    }
  }

  /** Returns the sum of all that was taken in. */
  double sum() {
    double sum = 0;
    for (double[] rows : ofRows) {
      for (double row : rows) {
        sum += row;
      }
    }
    for (double vector : ofVectors) {
      sum += vector;
    }
    return sum;
  }
}
