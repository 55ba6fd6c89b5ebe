package io.github.gan4j.report.health;

/**
 * The end of a run in which a loss, a gradient or a weight became infinite or not a number.
 *
 * @param step the step in which it did, from 1 on
 * @param discriminator the discriminator's loss in that step
 * @param generator the generator's; NaN too if the step did not come that far
 * @param where what was found not to be finite, such as {@code the generator's loss}
 */
public record Divergence(long step, double discriminator, double generator, String where) {}
