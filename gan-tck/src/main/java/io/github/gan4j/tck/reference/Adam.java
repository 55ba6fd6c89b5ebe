package io.github.gan4j.tck.reference;

import io.github.gan4j.config.AdamConfig;

/**
 * Adam (Kingma and Ba, 2015, arXiv:1412.6980), with epsilon where PyTorch has it: beside the root
 * of the corrected second moment.
 */
final class Adam {
  private final AdamConfig config;
  private final int size;

  /** The first moments, then the second ones. */
  private final double[] moments;

  Adam(AdamConfig config, int size) {
    this.config = config;
    this.size = size;
    this.moments = new double[2 * size];
  }

  double[] moments() {
    return moments;
  }

  /** Moves the parameters against their gradient; the first step is 1. */
  void update(double[] parameters, double[] gradient, long step, double rateFactor) {
    double beta1 = config.beta1();
    double beta2 = config.beta2();
    double stepSize = rateFactor * config.learningRate() / (1 - Math.pow(beta1, (double) step));
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
}
