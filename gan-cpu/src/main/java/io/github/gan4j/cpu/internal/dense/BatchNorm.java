package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.BatchNormKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.engine.NormalizationSpec;
import java.util.Arrays;
import java.util.List;

/** Batch normalisation: its values, one a feature each. */
final class BatchNorm extends Stage {
  private final float[] scale;
  private final float[] shift;
  private final float[] runningMean;
  private final float[] runningVariance;
  private final float momentum;
  private final float epsilon;

  BatchNorm(NormalizationSpec.BatchNorm spec, int width) {
    scale = new float[width];
    shift = new float[width];
    runningMean = new float[width];
    runningVariance = new float[width];
    momentum = (float) spec.momentum();
    epsilon = (float) spec.epsilon();
  }

  @Override
  List<float[]> parameters() {
    return List.of(scale, shift);
  }

  @Override
  List<float[]> buffers() {
    return List.of(runningMean, runningVariance);
  }

  @Override
  StageTraining training(PassShape shape, boolean last) {
    return new Training(this, shape);
  }

  @Override
  void fold(AffineMap map) {
    for (int j = 0; j < scale.length; j++) {
      double inverse = 1 / Math.sqrt((double) runningVariance[j] + epsilon);
      map.standardize(j, runningMean[j], scale[j] * inverse, shift[j]);
    }
  }

  /**
   * A share of the features has all rows, so that nobody waits for anybody's sums. The gradients by
   * the inputs need sums over all rows, so they are computed when the rows have gone by.
   */
  private static final class Training extends StageTraining {

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

    private final BatchNorm values;
    private final int rows;
    private final Matrix normalized;
    private final List<Part> parts;
    private final float[] scaleGradient;
    private final float[] shiftGradient;

    Training(BatchNorm values, PassShape shape) {
      this.values = values;
      rows = shape.rows();
      normalized = shape.allocate();
      parts = shape.perShare(Part::new);
      scaleGradient = new float[shape.width()];
      shiftGradient = new float[shape.width()];
    }

    /** Finds the batch's mean and deviation of a share of the inputs, and records them. */
    @Override
    void startForward(Share own, Matrix in, Scratch scratch) {
      Part part = parts.get(own.index());
      int n = own.count();
      own.get(values.scale, part.scale);
      own.get(values.shift, part.shift);
      Arrays.fill(part.mean, 0);
      Arrays.fill(part.squares, 0);
      for (int r = 0; r < rows; r++) {
        own.get(in, r, scratch.row);
        BatchNormKernels.gather(part.mean, part.squares, scratch.row, r + 1, n);
      }
      BatchNormKernels.inverseDeviation(
          part.inverseDeviation, part.squares, rows, values.epsilon, n);
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

    @Override
    void forward(Share own, int r, float[] row, Scratch scratch) {
      Part part = parts.get(own.index());
      BatchNormKernels.normalize(row, part.mean, part.inverseDeviation, own.count());
      own.put(normalized, r, row);
      VectorKernels.affine(row, part.scale, part.shift, own.count());
    }

    @Override
    void startBackward(Share own) {
      Arrays.fill(parts.get(own.index()).sum, 0);
      Arrays.fill(parts.get(own.index()).productSum, 0);
    }

    /** Gathers sums, and leaves the gradient as it is until {@link #finishBackward}. */
    @Override
    void backward(Share own, int r, float[] gradient, Scratch scratch) {
      Part part = parts.get(own.index());
      own.get(normalized, r, scratch.saved);
      BatchNormKernels.gatherGradient(
          part.sum, part.productSum, gradient, scratch.saved, own.count());
    }

    @Override
    void finishBackward(Share own, Matrix delta, Scratch scratch) {
      Part part = parts.get(own.index());
      int n = own.count();
      own.put(shiftGradient, part.sum);
      own.put(scaleGradient, part.productSum);
      System.arraycopy(part.inverseDeviation, 0, part.factor, 0, n);
      VectorKernels.multiply(part.factor, part.scale, n);
      for (int r = 0; r < rows; r++) {
        own.get(delta, r, scratch.row);
        own.get(normalized, r, scratch.saved);
        BatchNormKernels.backward(
            scratch.row, scratch.saved, part.sum, part.productSum, part.factor, rows, n);
        own.put(delta, r, scratch.row);
      }
    }

    @Override
    void doubleBackward(Share own, int r, float[] derivative, Scratch scratch) {
      throw new IllegalStateException("batch normalisation is not piecewise linear");
    }

    @Override
    List<float[]> gradients() {
      return List.of(scaleGradient, shiftGradient);
    }

    @Override
    void free() {
      normalized.free();
    }
  }
}
