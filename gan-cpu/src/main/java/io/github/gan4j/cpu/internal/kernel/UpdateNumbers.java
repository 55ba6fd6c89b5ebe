package io.github.gan4j.cpu.internal.kernel;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.OptimizerConfig.Method;

/**
 * One update's numbers for {@link AdamKernel}, and the average's decay. The other methods are Adam
 * with numbers of their own: RMSprop has no first decay and corrects nothing; the denominator of
 * SGD is 0 · √v + 1, and its first moment is (1 − momentum) times its velocity.
 *
 * @param gradientFactor what the gradient is multiplied by first
 * @param rest1 1 − beta1, rounded once: in single precision 1f − 0.999f is off by 5e-5 of itself
 * @param beta2 decay of the second moment
 * @param rest2 1 − beta2, rounded once
 * @param stepSize what the first moment over the denominator is multiplied by
 * @param rootCorrection what the second moment's root is multiplied by
 * @param epsilon added to the corrected root
 * @param decay the share of a value that the update takes away, apart from its gradient
 * @param averagingRest 1 − the decay of the average
 */
public record UpdateNumbers(
    float gradientFactor,
    float rest1,
    float beta2,
    float rest2,
    float stepSize,
    float rootCorrection,
    float epsilon,
    float decay,
    float averagingRest) {

  /**
   * Returns those of a step.
   *
   * @param averaging decay of the average, but for the first steps
   * @param rateFactor what the learning rate is multiplied by
   * @param gradientFactor what the gradient is multiplied by first
   * @throws IllegalArgumentException if {@code step < 1}, or a factor is not positive and finite
   */
  public static UpdateNumbers of(
      OptimizerConfig config,
      double averaging,
      long step,
      double rateFactor,
      double gradientFactor) {
    if (step < 1) {
      throw new IllegalArgumentException("step must be at least 1, was " + step);
    }
    requirePositive("rateFactor", rateFactor);
    requirePositive("gradientFactor", gradientFactor);
    double rate = rateFactor * config.learningRate();
    boolean isSgd = config.method() == Method.SGD;
    return new UpdateNumbers(
        (float) gradientFactor,
        (float) (1 - config.beta1()),
        (float) config.beta2(),
        isSgd ? 0 : (float) (1 - config.beta2()),
        (float) (rate / firstCorrection(config, step)),
        isSgd ? 0 : (float) rootCorrection(config, step),
        isSgd ? 1 : (float) config.epsilon(),
        (float) (rate * config.weightDecay()),
        (float) (1 - Math.min(averaging, (1.0 + step) / (10.0 + step))));
  }

  /** What makes the first moment the gradient that the method steps along. */
  private static double firstCorrection(OptimizerConfig config, long step) {
    return switch (config.method()) {
      case ADAM, ADAMW -> 1 - Math.pow(config.beta1(), (double) step);
      case RMSPROP -> 1;
      case SGD -> 1 - config.beta1();
    };
  }

  private static double rootCorrection(OptimizerConfig config, long step) {
    return config.method() == Method.RMSPROP
        ? 1
        : 1 / Math.sqrt(1 - Math.pow(config.beta2(), (double) step));
  }

  private static void requirePositive(String field, double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(field + " must be positive and finite, was " + factor);
    }
  }
}
