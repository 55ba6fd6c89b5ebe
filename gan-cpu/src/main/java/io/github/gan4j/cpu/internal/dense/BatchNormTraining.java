package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.kernel.BatchNormKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation in one training pass of one layer. A share of the features has all rows, so
 * that nobody waits for anybody's sums.
 */
final class BatchNormTraining {

  /** A share's features, from place 0 on. */
  private static final class Part {
    final float[] scale;
    final float[] shift;
    final float[] mean;
    final float[] squares;
    final float[] inverseDeviation;
    final float[] sum;
    final float[] productSum;
    final float[] factor;
    final float[] running;

    Part(int width) {
      scale = new float[width];
      shift = new float[width];
      mean = new float[width];
      squares = new float[width];
      inverseDeviation = new float[width];
      sum = new float[width];
      productSum = new float[width];
      factor = new float[width];
      running = new float[width];
    }
  }

  private final DenseLayer.Normalization values;
  private final int rows;
  private final Matrix normalized;
  private final Part[] parts;
  private final float[] scaleGradient;
  private final float[] shiftGradient;

  BatchNormTraining(
      DenseLayer.Normalization values, int rows, Arithmetic arithmetic, List<Share> shares) {
    this.values = values;
    this.rows = rows;
    int width = values.scale.length;
    normalized = arithmetic.allocateAside(rows, width);
    parts = new Part[shares.size()];
    Arrays.setAll(parts, i -> new Part(shares.get(i).count()));
    scaleGradient = new float[width];
    shiftGradient = new float[width];
  }

  /** Finds the batch's mean and deviation of a share of the linear outputs, and records them. */
  void gather(int share, Share own, Matrix linear, float[] row) {
    Part part = parts[share];
    int n = own.count();
    own.get(values.scale, part.scale);
    own.get(values.shift, part.shift);
    Arrays.fill(part.mean, 0);
    Arrays.fill(part.squares, 0);
    for (int r = 0; r < rows; r++) {
      own.get(linear, r, row);
      BatchNormKernels.gather(part.mean, part.squares, row, r + 1, n);
    }
    BatchNormKernels.inverseDeviation(part.inverseDeviation, part.squares, rows, values.epsilon, n);
    record(own, part);
  }

  /** Moves the running statistics, the variance without bias, as PyTorch does. */
  private void record(Share own, Part part) {
    int n = own.count();
    own.get(values.runningMean, part.running);
    VectorKernels.average(part.running, part.mean, values.momentum, n);
    own.put(values.runningMean, part.running);
    VectorKernels.scale(part.squares, 1f / (rows - 1), n);
    own.get(values.runningVariance, part.running);
    VectorKernels.average(part.running, part.squares, values.momentum, n);
    own.put(values.runningVariance, part.running);
  }

  /** Replaces a row of linear outputs by normalised, scaled and shifted ones. */
  void forward(int share, Share own, int r, float[] row) {
    Part part = parts[share];
    BatchNormKernels.normalize(row, part.mean, part.inverseDeviation, own.count());
    own.put(normalized, r, row);
    VectorKernels.affine(row, part.scale, part.shift, own.count());
  }

  /** Starts the way back. */
  void clearGradient(int share) {
    Arrays.fill(parts[share].sum, 0);
    Arrays.fill(parts[share].productSum, 0);
  }

  /** Takes in the gradient by a row of this step's outputs. */
  void gatherGradient(int share, Share own, int r, float[] gradient, float[] scratch) {
    Part part = parts[share];
    own.get(normalized, r, scratch);
    BatchNormKernels.gatherGradient(part.sum, part.productSum, gradient, scratch, own.count());
  }

  /** Replaces the gathered gradients by those by the linear outputs. */
  void backward(int share, Share own, Matrix delta, Scratch scratch) {
    Part part = parts[share];
    int n = own.count();
    own.put(shiftGradient, part.sum);
    own.put(scaleGradient, part.productSum);
    System.arraycopy(part.inverseDeviation, 0, part.factor, 0, n);
    VectorKernels.multiply(part.factor, part.scale, n);
    for (int r = 0; r < rows; r++) {
      own.get(delta, r, scratch.row);
      own.get(normalized, r, scratch.other);
      BatchNormKernels.backward(
          scratch.row, scratch.other, part.sum, part.productSum, part.factor, rows, n);
      own.put(delta, r, scratch.row);
    }
  }

  /** Returns the gradient by the scale; read only, valid until the next way back. */
  float[] scaleGradient() {
    return scaleGradient;
  }

  /** Returns the gradient by the shift; read only, valid until the next way back. */
  float[] shiftGradient() {
    return shiftGradient;
  }

  void free() {
    normalized.free();
  }
}
