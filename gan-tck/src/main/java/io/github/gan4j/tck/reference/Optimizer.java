package io.github.gan4j.tck.reference;

import io.github.gan4j.config.OptimizerConfig;

/** The methods of {@link OptimizerConfig}, each as its authors and PyTorch write it. */
final class Optimizer {
  private final OptimizerConfig config;
  private final int size;

  /** The running means of the gradients, then those of their squares. */
  private final double[] moments;

  Optimizer(OptimizerConfig config, int size) {
    this.config = config;
    this.size = size;
    this.moments = new double[2 * size];
  }

  double[] moments() {
    return moments;
  }

  /**
   * Moves the parameters against their gradient; the first step is 1.
   *
   * @param rateFactor what the learning rate is multiplied by
   */
  void update(double[] parameters, double[] gradient, long step, double rateFactor) {
    double rate = rateFactor * config.learningRate();
    switch (config.method()) {
      case ADAM -> adam(parameters, gradient, step, rate);
      case ADAMW -> {
        decay(parameters, rate);
        adam(parameters, gradient, step, rate);
      }
      case RMSPROP -> rmsProp(parameters, gradient, rate);
      case SGD -> sgd(parameters, gradient, rate);
    }
  }

  private void decay(double[] parameters, double rate) {
    for (int i = 0; i < size; i++) {
      parameters[i] *= 1 - rate * config.weightDecay();
    }
  }

  /** With epsilon where PyTorch has it: beside the root of the corrected second moment. */
  private void adam(double[] parameters, double[] gradient, long step, double rate) {
    double beta1 = config.beta1();
    double beta2 = config.beta2();
    double stepSize = rate / (1 - Math.pow(beta1, (double) step));
    double correction = Math.sqrt(1 - Math.pow(beta2, (double) step));
    for (int i = 0; i < size; i++) {
      double g = gradient[i];
      double first = beta1 * moments[i] + (1 - beta1) * g;
      double second = beta2 * moments[size + i] + (1 - beta2) * g * g;
      moments[i] = first;
      moments[size + i] = second;
      parameters[i] -= stepSize * first / (Math.sqrt(second) / correction + config.epsilon());
    }
  }

  private void rmsProp(double[] parameters, double[] gradient, double rate) {
    double decay = config.beta2();
    for (int i = 0; i < size; i++) {
      double g = gradient[i];
      double square = decay * moments[size + i] + (1 - decay) * g * g;
      moments[i] = g;
      moments[size + i] = square;
      parameters[i] -= rate * g / (Math.sqrt(square) + config.epsilon());
    }
  }

  private void sgd(double[] parameters, double[] gradient, double rate) {
    double momentum = config.beta1();
    for (int i = 0; i < size; i++) {
      double velocity = momentum * (moments[i] / (1 - momentum)) + gradient[i];
      moments[i] = (1 - momentum) * velocity;
      parameters[i] -= rate * velocity;
    }
  }
}
