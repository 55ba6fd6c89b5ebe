package io.github.gan4j.loss;

/**
 * What the two players minimise, as a function of the discriminator's logits.
 *
 * <p>Implementations are pure and thread-safe, know no engine, and stay finite for logits of ±10⁴.
 * The logits are what the discriminator's last layer gives, before any sigmoid; a large logit says
 * "real". Gradient arrays have their logits' length and are overwritten.
 */
public interface AdversarialLoss {

  /** The discriminator's objective: its terms are means over their batch, and it is their sum. */
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
   * Computes the generator's objective, a mean over its batch, and its derivative by every logit.
   *
   * @param fake logits of generated images; at least one
   * @param fakeGradient receives the derivative of the objective by each fake logit
   */
  double generator(float[] fake, float[] fakeGradient);
}
