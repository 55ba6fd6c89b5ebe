package io.github.gan4j.training;

/**
 * An epoch in figures; losses, penalties and probabilities are means over its steps. The same seed
 * gives the same figures.
 *
 * @param epoch from 1 on
 * @param step the last step of the epoch, from 1 on
 * @param discriminator the discriminator's loss, real plus fake
 * @param generator the generator's loss
 * @param realProbability the discriminator's probability of "real" for real images
 * @param fakeProbability the discriminator's probability of "real" for generated images
 * @param penalty the gradient penalties, over the steps in which one was due; 0 if none was
 * @param discriminatorClassLoss the discriminator's cross-entropy of classes, weighted; 0 without
 *     an auxiliary classifier
 * @param generatorClassLoss the generator's
 * @param discriminatorRate the discriminator's learning rate in the epoch's last step
 * @param generatorRate the generator's
 */
public record EpochSummary(
    int epoch,
    long step,
    double discriminator,
    double generator,
    double realProbability,
    double fakeProbability,
    double penalty,
    double discriminatorClassLoss,
    double generatorClassLoss,
    double discriminatorRate,
    double generatorRate) {}
