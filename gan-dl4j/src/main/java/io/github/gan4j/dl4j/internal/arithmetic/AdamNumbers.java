package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.config.AdamConfig;
import io.github.gan4j.vector.AdamUpdate;

/**
 * One update's numbers: Adam with the bias corrections of its step, and the average's decay.
 *
 * @param rest1 1 − beta1
 * @param beta2 decay of the second moment
 * @param rest2 1 − beta2
 * @param stepSize learning rate / (1 − beta1^t)
 * @param rootCorrection 1 / √(1 − beta2^t)
 * @param epsilon added to the corrected root
 * @param averagingRest 1 − the decay of the average
 */
public record AdamNumbers(
    float rest1,
    float beta2,
    float rest2,
    float stepSize,
    float rootCorrection,
    float epsilon,
    float averagingRest) {

  /**
   * Returns those of a step.
   *
   * @param rateFactor what the learning rate is multiplied by
   * @throws IllegalArgumentException if {@code step < 1}, or the factor is not positive and finite
   */
  public static AdamNumbers of(AdamConfig config, double averaging, long step, double rateFactor) {
    if (step < 1) {
      throw new IllegalArgumentException("step must be at least 1, was " + step);
    }
    if (!(rateFactor > 0 && rateFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "rateFactor must be positive and finite, was " + rateFactor);
    }
    double rate = rateFactor * config.learningRate();
    return new AdamNumbers(
        (float) (1 - config.beta1()),
        (float) config.beta2(),
        (float) (1 - config.beta2()),
        (float) (rate / (1 - Math.pow(config.beta1(), (double) step))),
        (float) (1 / Math.sqrt(1 - Math.pow(config.beta2(), (double) step))),
        (float) config.epsilon(),
        (float) (1 - Math.min(averaging, (1.0 + step) / (10.0 + step))));
  }

  AdamUpdate.Numbers forVectors() {
    return new AdamUpdate.Numbers(rest1, beta2, rest2, stepSize, rootCorrection, epsilon);
  }
}
