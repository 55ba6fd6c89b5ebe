package io.github.gan4j.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one player's gradient moves its weights. All methods compute what PyTorch's of the same name
 * do. A value that a method does not use is 0.
 *
 * @param method which method
 * @param learningRate the step size; positive
 * @param beta1 decay of the gradient's running mean, in [0, 1): the momentum of SGD; 0 for RMSprop
 * @param beta2 decay of the squared gradient's running mean, in [0, 1); 0 for SGD
 * @param epsilon added to the root of the second moment; positive, but 0 for SGD
 * @param weightDecay the share of a weight that a step of learning rate 1 takes away, at least 0; 0
 *     except for AdamW
 * @param maxGradientNorm the length to which a longer gradient of the whole network is shortened
 *     before all else, positive (Pascanu et al., 2013, arXiv:1211.5063); null for none. The
 *     training loop sees to it, not the engine
 */
public record OptimizerConfig(
    Method method,
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    double weightDecay,
    @Nullable Double maxGradientNorm) {

  /** The epsilon of Adam's paper, and of PyTorch for all methods. */
  public static final double DEFAULT_EPSILON = 1e-8;

  /** The methods that an engine knows, for a weight w, its gradient g and the learning rate lr. */
  public enum Method {
    /**
     * Adam with bias correction (Kingma and Ba, 2015, arXiv:1412.6980): {@code w -= lr * m /
     * (sqrt(v) + epsilon)}, where m and v are the running means of g and g², corrected.
     */
    ADAM,
    /**
     * Adam after {@code w *= 1 - lr * weightDecay}, which no gradient scales (Loshchilov and
     * Hutter, 2019, arXiv:1711.05101).
     */
    ADAMW,
    /**
     * {@code w -= lr * g / (sqrt(v) + epsilon)}, where v is the running mean of g², not corrected
     * (Tieleman and Hinton, 2012, Neural Networks for Machine Learning, lecture 6.5).
     */
    RMSPROP,
    /** {@code v = momentum * v + g; w -= lr * v} (Polyak, 1964), undampened. */
    SGD;

    private String inMessages() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses values outside of the ranges that the components name. */
  public OptimizerConfig {
    Checks.notNull("optimizer method", method);
    String name = method.inMessages();
    Checks.positive(name + " learningRate", learningRate);
    if (method == Method.RMSPROP) {
      requireUnused(name + " beta1", beta1);
    } else {
      Checks.inRange(name + " beta1", beta1, 0, 1);
    }
    if (method == Method.SGD) {
      requireUnused(name + " beta2", beta2);
      requireUnused(name + " epsilon", epsilon);
    } else {
      Checks.inRange(name + " beta2", beta2, 0, 1);
      Checks.positive(name + " epsilon", epsilon);
    }
    if (method == Method.ADAMW) {
      Checks.inRange(name + " weightDecay", weightDecay, 0, Double.POSITIVE_INFINITY);
    } else {
      requireUnused(name + " weightDecay", weightDecay);
    }
    if (maxGradientNorm != null) {
      Checks.positive("maxGradientNorm", maxGradientNorm);
    }
  }

  private static void requireUnused(String field, double value) {
    if (value != 0) {
      throw new IllegalArgumentException(field + " must be 0, as it is not used, was " + value);
    }
  }

  /** Returns Adam with the paper's epsilon, 1e-8. The paper proposes 0.001, 0.9 and 0.999. */
  public static OptimizerConfig adam(double learningRate, double beta1, double beta2) {
    return new OptimizerConfig(Method.ADAM, learningRate, beta1, beta2, DEFAULT_EPSILON, 0, null);
  }

  /**
   * Returns AdamW with Adam's epsilon, 1e-8. PyTorch proposes 0.001, 0.9, 0.999 and a decay of
   * 0.01.
   */
  public static OptimizerConfig adamW(
      double learningRate, double beta1, double beta2, double weightDecay) {
    return new OptimizerConfig(
        Method.ADAMW, learningRate, beta1, beta2, DEFAULT_EPSILON, weightDecay, null);
  }

  /**
   * Returns RMSprop with an epsilon of 1e-8. Its authors propose 0.001 and 0.9, PyTorch 0.01 and
   * 0.99; Wasserstein GANs were trained with 5e-5 and 0.99 (Arjovsky et al., 2017,
   * arXiv:1701.07875).
   *
   * @param decay of the squared gradient's running mean: {@code beta2}
   */
  public static OptimizerConfig rmsProp(double learningRate, double decay) {
    return new OptimizerConfig(Method.RMSPROP, learningRate, 0, decay, DEFAULT_EPSILON, 0, null);
  }

  /**
   * Returns stochastic gradient descent; a momentum of 0.9 is usual, 0 is none.
   *
   * @param momentum share of the last step that goes on: {@code beta1}
   */
  public static OptimizerConfig sgd(double learningRate, double momentum) {
    return new OptimizerConfig(Method.SGD, learningRate, momentum, 0, 0, 0, null);
  }

  /** Returns the same with another learning rate, positive. */
  public OptimizerConfig withLearningRate(double learningRate) {
    return new OptimizerConfig(
        method, learningRate, beta1, beta2, epsilon, weightDecay, maxGradientNorm);
  }

  /** Returns the same with another epsilon. */
  public OptimizerConfig withEpsilon(double epsilon) {
    return new OptimizerConfig(
        method, learningRate, beta1, beta2, epsilon, weightDecay, maxGradientNorm);
  }

  /** Returns the same with another limit to the gradient's norm, or null for none. */
  public OptimizerConfig withMaxGradientNorm(@Nullable Double maxGradientNorm) {
    return new OptimizerConfig(
        method, learningRate, beta1, beta2, epsilon, weightDecay, maxGradientNorm);
  }
}
