package io.github.gan4j.tck.reference;

import io.github.gan4j.config.Activation;

/** An activation, value by value. */
final class Activate implements Stage {
  private final Activation activation;
  private double[][] remembered = {};

  Activate(Activation activation) {
    this.activation = activation;
  }

  @Override
  public double[][] infer(double[][] in) {
    double[][] out = new double[in.length][];
    for (int row = 0; row < in.length; row++) {
      out[row] = new double[in[row].length];
      for (int c = 0; c < in[row].length; c++) {
        out[row][c] = value(in[row][c]);
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
    double[][] inGradient = new double[outGradient.length][];
    for (int row = 0; row < outGradient.length; row++) {
      inGradient[row] = new double[outGradient[row].length];
      for (int c = 0; c < outGradient[row].length; c++) {
        inGradient[row][c] = outGradient[row][c] * derivative(remembered[row][c]);
      }
    }
    return inGradient;
  }

  /** The derivative does not move with what went in, since it is piecewise constant. */
  @Override
  public double[][] doubleBackward(double[][] byInGradient, double[] weightGradient) {
    return backward(byInGradient, weightGradient);
  }

  /** Returns how near the latest inputs came to where the activation has no derivative. */
  double nearestKink() {
    double nearest = Double.POSITIVE_INFINITY;
    if (hasKink()) {
      for (double[] row : remembered) {
        for (double x : row) {
          nearest = Math.min(nearest, Math.abs(x));
        }
      }
    }
    return nearest;
  }

  private boolean hasKink() {
    return switch (activation.kind()) {
      case RELU, LEAKY_RELU -> true;
      case LINEAR, TANH, SIGMOID -> false;
    };
  }

  private double value(double x) {
    return switch (activation.kind()) {
      case LINEAR -> x;
      case RELU, LEAKY_RELU -> x > 0 ? x : activation.slope() * x;
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
    };
  }

  private double derivative(double x) {
    double y = value(x);
    return switch (activation.kind()) {
      case LINEAR -> 1;
      case RELU, LEAKY_RELU -> x > 0 ? 1 : activation.slope();
      case TANH -> 1 - y * y;
      case SIGMOID -> y * (1 - y);
    };
  }
}
