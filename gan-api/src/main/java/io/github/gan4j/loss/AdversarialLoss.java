package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * What the two players minimise, as a function of the discriminator's logits.
 *
 * <p>Implementations are pure and thread-safe, know no engine, and stay finite for logits of ±10⁴.
 * The logits are what the discriminator's last layer gives, before any sigmoid; a large logit says
 * "real". Gradient arrays have their logits' length and are overwritten.
 */
public interface AdversarialLoss {

  /**
   * The discriminator's objective: its terms are means over their batch, and it is their sum. A
   * loss of pairs has one term, of which each gets half.
   */
  record DiscriminatorLoss(double real, double fake) {

    /** Returns the objective, real plus fake. */
    public double total() {
      return real + fake;
    }
  }

  /** Returns the name that configurations use, such as {@code non-saturating}. */
  String name();

  /**
   * Computes the discriminator's objective and its derivative by every logit.
   *
   * @param real logits of real images; at least one
   * @param fake logits of generated images; at least one
   * @param realGradient receives the derivative of the objective by each real logit
   * @param fakeGradient receives the derivative of the objective by each fake logit
   */
  DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient);

  /**
   * Computes the generator's objective, a mean over its batch, and its derivative by every logit of
   * generated images. Real logits do not depend on the generator.
   *
   * @param real logits of real images, as many as generated ones; empty unless {@link #pairs()}
   * @param fake logits of generated images; at least one
   * @param fakeGradient receives the derivative of the objective by each fake logit
   */
  double generator(float[] real, float[] fake, float[] fakeGradient);

  /**
   * Returns whether it compares each generated image with a real one. Then batches of both are of
   * one size, and the generator's turn sees real images, too.
   */
  default boolean pairs() {
    return false;
  }

  /**
   * Returns whether the discriminator's objective is without bound unless something bounds how
   * steep the discriminator may become.
   */
  default boolean unbounded() {
    return false;
  }

  /**
   * Returns whether the generator's gradient vanishes where the discriminator is sure that its
   * images are generated. Such a run is warned of.
   */
  default boolean saturates() {
    return false;
  }

  /**
   * Returns whether the logistic function of a logit is a probability that the image is real, as
   * cross-entropy makes it. Of other losses it is a score squeezed into [0, 1].
   */
  default boolean hasProbabilities() {
    return false;
  }

  /**
   * Returns what a discriminator pays, real plus fake, that gives every image the same best logit:
   * the more it tells real from generated images, the less it pays, down to 0. Empty where that is
   * not known, or where the loss has no least value. It is meant for labels that are not smoothed.
   */
  default OptionalDouble guessingLoss() {
    return OptionalDouble.empty();
  }

  /**
   * Returns the largest mean loss of a player, without its sign, that a run has which goes well;
   * above it weights grow without bound.
   */
  default double largestUsualLoss() {
    return 1e6;
  }

  /** Returns whether labels can be smoothed: whether {@link #withLabels} returns a loss. */
  default boolean hasLabels() {
    return false;
  }

  /**
   * Returns the same with other labels for the discriminator; the generator always wants its images
   * taken for real.
   *
   * @param real in (0.5, 1]
   * @param fake in [0, 0.5)
   * @throws IllegalArgumentException if this loss {@linkplain #hasLabels() has no labels}
   */
  default AdversarialLoss withLabels(double real, double fake) {
    throw new IllegalArgumentException(
        "labels can be smoothed for losses that have labels, not for " + name());
  }
}
