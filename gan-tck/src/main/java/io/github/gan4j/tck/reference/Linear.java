package io.github.gan4j.tck.reference;

/**
 * {@code out = in · weightᵀ + bias}, the weight being outputs × inputs; the bias may be missing.
 */
final class Linear implements Stage {
  private final double[] parameters;
  private final int inputs;
  private final int outputs;
  private final int weight;
  private final int bias;
  private final boolean hasBias;
  private double[][] remembered = {};
  private double[][] rememberedGradient = {};

  /** Makes one whose weight starts at {@code weight}, and whose bias, if any, follows it. */
  Linear(double[] parameters, int inputs, int outputs, int weight, boolean hasBias) {
    this.parameters = parameters;
    this.inputs = inputs;
    this.outputs = outputs;
    this.weight = weight;
    this.bias = weight + outputs * inputs;
    this.hasBias = hasBias;
  }

  @Override
  public double[][] infer(double[][] in) {
    double[][] out = new double[in.length][outputs];
    for (int row = 0; row < in.length; row++) {
      for (int o = 0; o < outputs; o++) {
        double sum = hasBias ? parameters[bias + o] : 0;
        for (int i = 0; i < inputs; i++) {
          sum += parameters[weight + o * inputs + i] * in[row][i];
        }
        out[row][o] = sum;
      }
    }
    return out;
  }

  @Override
  public double[][] train(double[][] in, long dropoutSeed) {
    remembered = in;
    return infer(in);
  }

  @Override
  public double[][] backward(double[][] outGradient, double[] weightGradient) {
    rememberedGradient = outGradient;
    double[][] inGradient = new double[outGradient.length][inputs];
    for (int row = 0; row < outGradient.length; row++) {
      for (int o = 0; o < outputs; o++) {
        double g = outGradient[row][o];
        for (int i = 0; i < inputs; i++) {
          inGradient[row][i] += g * parameters[weight + o * inputs + i];
          weightGradient[weight + o * inputs + i] += g * remembered[row][i];
        }
        if (hasBias) {
          weightGradient[bias + o] += g;
        }
      }
    }
    return inGradient;
  }

  /** {@code inGradient = outGradient · weight} is linear in both. */
  @Override
  public double[][] doubleBackward(double[][] byInGradient, double[] weightGradient) {
    double[][] byOutGradient = new double[byInGradient.length][outputs];
    for (int row = 0; row < byInGradient.length; row++) {
      for (int o = 0; o < outputs; o++) {
        for (int i = 0; i < inputs; i++) {
          double by = byInGradient[row][i];
          byOutGradient[row][o] += by * parameters[weight + o * inputs + i];
          weightGradient[weight + o * inputs + i] += by * rememberedGradient[row][o];
        }
      }
    }
    return byOutGradient;
  }
}
