package io.github.gan4j.config;

/**
 * How often each player is updated a step. The discriminator sees another batch of real and
 * generated images each time, and the generator trains on another batch of its own.
 *
 * @param discriminator the discriminator's updates a step; at least 1 (5 in Arjovsky et al., 2017,
 *     arXiv:1701.07875)
 * @param generator the generator's updates, which follow; at least 1
 */
public record Turns(int discriminator, int generator) {

  /** One each. */
  public static final Turns ONE_EACH = new Turns(1, 1);

  /** Refuses values outside of the ranges that the components name. */
  public Turns {
    Checks.atLeast("discriminatorSteps", discriminator, 1);
    Checks.atLeast("generatorSteps", generator, 1);
  }
}
