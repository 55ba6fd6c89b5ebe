package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.NormalizationSpec.BatchNorm;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015, arXiv:1502.03167) with PyTorch's running
 * statistics: the batch is normalised with its biased variance, the unbiased one is recorded.
 */
final class BatchNormalization implements Stage {
  private final BatchNorm normalization;
  private final int width;
  private final double[] parameters;
  private final int scale;
  private final int shift;
  private final double[] buffers;
  private final int runningMean;
  private final int runningVariance;
  private double[][] normalized = {};
  private final double[] inverseDeviation;

  /** Makes one whose scale and shift start at {@code scale}, and statistics at {@code mean}. */
  BatchNormalization(
      BatchNorm normalization,
      int width,
      double[] parameters,
      int scale,
      double[] buffers,
      int mean) {
    this.normalization = normalization;
    this.width = width;
    this.parameters = parameters;
    this.scale = scale;
    this.shift = scale + width;
    this.buffers = buffers;
    this.runningMean = mean;
    this.runningVariance = mean + width;
    this.inverseDeviation = new double[width];
  }

  @Override
  public double[][] infer(double[][] in) {
    double[][] out = new double[in.length][width];
    for (int c = 0; c < width; c++) {
      double deviation = Math.sqrt(buffers[runningVariance + c] + normalization.epsilon());
      for (int row = 0; row < in.length; row++) {
        double x = (in[row][c] - buffers[runningMean + c]) / deviation;
        out[row][c] = parameters[scale + c] * x + parameters[shift + c];
      }
    }
    return out;
  }

  @Override
  public double[][] train(double[][] in, long dropoutSeed) {
    int rows = in.length;
    normalized = new double[rows][width];
    double[][] out = new double[rows][width];
    for (int c = 0; c < width; c++) {
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += in[row][c] / rows;
      }
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        squares += (in[row][c] - mean) * (in[row][c] - mean);
      }
      inverseDeviation[c] = 1 / Math.sqrt(squares / rows + normalization.epsilon());
      for (int row = 0; row < rows; row++) {
        normalized[row][c] = (in[row][c] - mean) * inverseDeviation[c];
        out[row][c] = parameters[scale + c] * normalized[row][c] + parameters[shift + c];
      }
      record(runningMean + c, mean);
      record(runningVariance + c, squares / (rows - 1));
    }
    return out;
  }

  /**
   * With x̂ = (x − mean) / s, and s and the mean functions of every x of the column, the chain rule
   * gives ∂L/∂x = scale / s · (g − mean(g) − x̂ · mean(g · x̂)).
   */
  @Override
  public double[][] backward(double[][] outGradient, double[] weightGradient) {
    int rows = outGradient.length;
    double[][] inGradient = new double[rows][width];
    for (int c = 0; c < width; c++) {
      double sum = 0;
      double sumNormalized = 0;
      for (int row = 0; row < rows; row++) {
        sum += outGradient[row][c];
        sumNormalized += outGradient[row][c] * normalized[row][c];
      }
      weightGradient[scale + c] += sumNormalized;
      weightGradient[shift + c] += sum;
      for (int row = 0; row < rows; row++) {
        double centred =
            outGradient[row][c] - sum / rows - normalized[row][c] * sumNormalized / rows;
        inGradient[row][c] = parameters[scale + c] * inverseDeviation[c] * centred;
      }
    }
    return inGradient;
  }

  @Override
  public double[][] doubleBackward(double[][] byInGradient, double[] weightGradient) {
    throw new IllegalStateException("batch normalisation is not piecewise linear");
  }

  private void record(int at, double batch) {
    double momentum = normalization.momentum();
    buffers[at] = (1 - momentum) * buffers[at] + momentum * batch;
  }
}
