package io.github.gan4j.internal.loop;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.TrainableNetwork;

/**
 * Keeps the norm of a network's gradient within a limit (Pascanu et al., 2013, arXiv:1211.5063).
 * The norm costs a second look at the gradient, and only where there is a limit.
 *
 * @param limit infinite for none
 */
record GradientClip(double limit) {

  static GradientClip of(OptimizerConfig optimizer) {
    Double limit = optimizer.maxGradientNorm();
    return new GradientClip(limit == null ? Double.POSITIVE_INFINITY : limit);
  }

  /**
   * Returns what the gradient is to be multiplied by: at most 1. A gradient that is not finite
   * stays as it is, so that the update finds it.
   */
  double factor(TrainableNetwork network) {
    if (limit == Double.POSITIVE_INFINITY) {
      return 1;
    }
    double norm = network.gradientNorm();
    return norm > limit && norm < Double.POSITIVE_INFINITY ? limit / norm : 1;
  }
}
