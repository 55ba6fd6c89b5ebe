package io.github.gan4j.config;

/**
 * Batch normalisation of hidden layers, between the linear part and the activation (Ioffe and
 * Szegedy, 2015, arXiv:1502.03167).
 *
 * @param momentum the weight of the newest batch in the running statistics, in (0, 1], as in
 *     PyTorch: {@code running = (1 - momentum) * running + momentum * batch}
 * @param epsilon added to the variance under the root; positive
 * @param firstLayer whether the first hidden layer is normalised too
 */
public record BatchNorm(double momentum, double epsilon, boolean firstLayer) {

  /** Refuses a momentum outside (0, 1] and an epsilon that is not positive. */
  public BatchNorm {
    if (!(momentum > 0 && momentum <= 1)) {
      throw new IllegalArgumentException("batchNorm momentum must be in (0, 1], was " + momentum);
    }
    Checks.positive("batchNorm epsilon", epsilon);
  }

  /** Returns batch normalisation of every hidden layer. */
  public static BatchNorm of(double momentum, double epsilon) {
    return new BatchNorm(momentum, epsilon, true);
  }

  /** Returns the same normalisation of every hidden layer but the first. */
  public BatchNorm exceptFirst() {
    return new BatchNorm(momentum, epsilon, false);
  }
}
