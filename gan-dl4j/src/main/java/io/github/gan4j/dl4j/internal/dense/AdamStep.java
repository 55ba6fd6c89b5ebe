package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.config.AdamConfig;
import io.github.gan4j.dl4j.internal.kernel.AdamKernel;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;

/** One update's numbers: Adam with the bias corrections of its step, and the average's decay. */
record AdamStep(
    float rest1,
    float beta2,
    float rest2,
    float stepSize,
    float rootCorrection,
    float epsilon,
    float averagingRest) {

  static AdamStep of(AdamConfig config, double averaging, long step) {
    if (step < 1) {
      throw new IllegalArgumentException("step must be at least 1, was " + step);
    }
    return new AdamStep(
        (float) (1 - config.beta1()),
        (float) config.beta2(),
        (float) (1 - config.beta2()),
        (float) (config.learningRate() / (1 - Math.pow(config.beta1(), (double) step))),
        (float) (1 / Math.sqrt(1 - Math.pow(config.beta2(), (double) step))),
        (float) config.epsilon(),
        (float) (1 - Math.min(averaging, (1.0 + step) / (10.0 + step))));
  }

  /** Updates the first n values in w by their gradient, and their moments and average. */
  void apply(float[] w, float[] gradient, OptimizerValues values, int n) {
    AdamKernel.update(
        w,
        gradient,
        values.first,
        values.second,
        rest1,
        beta2,
        rest2,
        stepSize,
        rootCorrection,
        epsilon,
        n);
    if (values.average.length > 0) {
      VectorKernels.average(values.average, w, averagingRest, n);
    }
  }
}
