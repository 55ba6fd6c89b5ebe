package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.kernel.BatchNormKernels;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.team.Barrier;
import java.util.Arrays;

/**
 * Batch normalisation in one training pass of one layer. Workers gather over their own rows, meet
 * once each way, and then each adds up all parts itself, in the same order: nobody waits for a
 * total, and the result does not depend on who was first.
 */
final class BatchNormTraining {

  /** What one worker gathers, and its own copy of the totals. */
  private static final class Part {
    final float[] mean;
    final float[] squares;
    final float[] totalMean;
    final float[] totalSquares;
    final float[] inverseDeviation;
    final float[] sum;
    final float[] productSum;
    final float[] totalSum;
    final float[] totalProductSum;
    final float[] factor;

    Part(int width) {
      mean = new float[width];
      squares = new float[width];
      totalMean = new float[width];
      totalSquares = new float[width];
      inverseDeviation = new float[width];
      sum = new float[width];
      productSum = new float[width];
      totalSum = new float[width];
      totalProductSum = new float[width];
      factor = new float[width];
    }
  }

  private final DenseLayer.Normalization values;
  private final int width;
  private final int rows;
  private final Matrix normalized;
  private final Part[] parts;

  BatchNormTraining(DenseLayer.Normalization values, int rows, int workers) {
    this.values = values;
    this.rows = rows;
    width = values.scale.length;
    normalized = Matrix.allocate(rows, width);
    parts = new Part[workers];
    Arrays.setAll(parts, i -> new Part(width));
  }

  /** Finds the batch's mean and deviation of the linear outputs; all workers meet here. */
  void gather(int worker, Barrier barrier, Rows own, Matrix linear, float[] row) {
    Part part = parts[worker];
    Arrays.fill(part.mean, 0);
    Arrays.fill(part.squares, 0);
    for (int r = own.from(); r < own.to(); r++) {
      linear.getRow(r, row);
      BatchNormKernels.gather(part.mean, part.squares, row, r - own.from() + 1, width);
    }
    barrier.await();
    Arrays.fill(part.totalMean, 0);
    Arrays.fill(part.totalSquares, 0);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      int added = Rows.of(i, parts.length, rows).count();
      BatchNormKernels.combine(
          part.totalMean, part.totalSquares, count, parts[i].mean, parts[i].squares, added, width);
      count += added;
    }
    BatchNormKernels.inverseDeviation(
        part.inverseDeviation, part.totalSquares, rows, values.epsilon, width);
    if (worker == 0) {
      record(part);
    }
  }

  /** Moves the running statistics, the variance without bias, as PyTorch does. */
  private void record(Part part) {
    VectorKernels.average(values.runningMean, part.totalMean, values.momentum, width);
    VectorKernels.scale(part.totalSquares, 1f / Math.max(1, rows - 1), width);
    VectorKernels.average(values.runningVariance, part.totalSquares, values.momentum, width);
  }

  /** Replaces a row of linear outputs by normalised, scaled and shifted ones. */
  void forward(int worker, int r, float[] row) {
    Part part = parts[worker];
    BatchNormKernels.normalize(row, part.totalMean, part.inverseDeviation, width);
    normalized.putRow(r, row);
    VectorKernels.affine(row, values.scale, values.shift, width);
  }

  /** Starts the way back. */
  void clearGradient(int worker) {
    Arrays.fill(parts[worker].sum, 0);
    Arrays.fill(parts[worker].productSum, 0);
  }

  /** Takes in the gradient by a row of this step's outputs. */
  void gatherGradient(int worker, int r, float[] gradient, float[] scratch) {
    Part part = parts[worker];
    normalized.getRow(r, scratch);
    BatchNormKernels.gatherGradient(part.sum, part.productSum, gradient, scratch, width);
  }

  /** Replaces the gathered gradients by those by the linear outputs; all workers meet here. */
  void backward(int worker, Barrier barrier, Rows own, Matrix delta, Scratch scratch) {
    barrier.await();
    Part part = parts[worker];
    Arrays.fill(part.totalSum, 0);
    Arrays.fill(part.totalProductSum, 0);
    for (Part each : parts) {
      VectorKernels.add(part.totalSum, each.sum, width);
      VectorKernels.add(part.totalProductSum, each.productSum, width);
    }
    System.arraycopy(part.inverseDeviation, 0, part.factor, 0, width);
    VectorKernels.multiply(part.factor, values.scale, width);
    for (int r = own.from(); r < own.to(); r++) {
      delta.getRow(r, scratch.row);
      normalized.getRow(r, scratch.other);
      BatchNormKernels.backward(
          scratch.row,
          scratch.other,
          part.totalSum,
          part.totalProductSum,
          part.factor,
          rows,
          width);
      delta.putRow(r, scratch.row);
    }
  }

  /** Returns the gradient by the scale; read only, valid until the next way back. */
  float[] scaleGradient() {
    return parts[0].totalProductSum;
  }

  /** Returns the gradient by the shift; read only, valid until the next way back. */
  float[] shiftGradient() {
    return parts[0].totalSum;
  }

  void free() {
    normalized.free();
  }
}
