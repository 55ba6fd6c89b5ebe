package io.github.gan4j.config;

import org.jspecify.annotations.Nullable;

/**
 * What both players minimise.
 *
 * @param loss the name of the adversarial loss, as {@code AdversarialLoss.name()} gives it
 * @param conditioning how both players are given the class of an image; null for not at all
 * @param regularization regularisation of the discriminator, apart from its layers
 */
public record Objective(
    String loss, @Nullable Conditioning conditioning, Regularization regularization) {

  /** Refuses what is missing. */
  public Objective {
    Checks.notNull("loss", loss);
    Checks.notNull("regularization", regularization);
  }

  /** Returns the same with another loss. */
  public Objective withLoss(String loss) {
    return new Objective(loss, conditioning, regularization);
  }

  /** Returns the same with another conditioning, or null for none. */
  public Objective withConditioning(@Nullable Conditioning conditioning) {
    return new Objective(loss, conditioning, regularization);
  }

  /** Returns the same with another regularisation. */
  public Objective withRegularization(Regularization regularization) {
    return new Objective(loss, conditioning, regularization);
  }
}
