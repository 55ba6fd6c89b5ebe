package io.github.gan4j.training;

/**
 * An epoch in figures; losses and probabilities are means over its steps.
 *
 * @param epoch from 1 on
 * @param step the last step of the epoch, from 1 on
 * @param discriminator the discriminator's loss, real plus fake
 * @param generator the generator's loss
 * @param realProbability the discriminator's probability of "real" for real images
 * @param fakeProbability the discriminator's probability of "real" for generated images
 * @param seconds how long the epoch took, listeners included
 */
public record EpochSummary(
    int epoch,
    long step,
    double discriminator,
    double generator,
    double realProbability,
    double fakeProbability,
    double seconds) {}
