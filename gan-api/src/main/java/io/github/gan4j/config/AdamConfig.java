package io.github.gan4j.config;

/**
 * The Adam optimiser of one player (Kingma and Ba, 2015, arXiv:1412.6980), with bias correction.
 *
 * @param learningRate the step size; positive
 * @param beta1 decay of the gradient's running mean, in [0, 1)
 * @param beta2 decay of the squared gradient's running mean, in [0, 1)
 * @param epsilon added to the root of the second moment after its bias correction; positive
 */
public record AdamConfig(double learningRate, double beta1, double beta2, double epsilon) {

  /** The epsilon of the paper. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /** Refuses values outside of the ranges that the components name. */
  public AdamConfig {
    Checks.positive("adam learningRate", learningRate);
    Checks.inRange("adam beta1", beta1, 0, 1);
    Checks.inRange("adam beta2", beta2, 0, 1);
    Checks.positive("adam epsilon", epsilon);
  }

  /** Returns Adam with the paper's epsilon, 1e-8. */
  public static AdamConfig of(double learningRate, double beta1, double beta2) {
    return new AdamConfig(learningRate, beta1, beta2, DEFAULT_EPSILON);
  }
}
