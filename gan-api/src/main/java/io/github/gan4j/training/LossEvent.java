package io.github.gan4j.training;

/**
 * What one step found; of a player that is updated several times a step, the last time.
 *
 * @param run the run
 * @param step the step, from 1 on
 * @param epoch the epoch that the step belongs to, from 1 on
 * @param discriminatorReal the mean of the discriminator's loss over the real images
 * @param discriminatorFake the mean of the discriminator's loss over the generated images
 * @param penalty the discriminator's gradient penalties added up, the last that were due in the
 *     step; 0 where none was
 * @param generator the generator's loss, through the discriminator that this step updated
 * @param realProbability the discriminator's mean probability of "real" for the real images, in [0,
 *     1], before its update
 * @param fakeProbability the same for the generated images
 * @param discriminatorClassLoss the cross-entropy of the classes that an auxiliary classifier gives
 *     real and generated images, added up and weighted, which the discriminator's update lowers
 *     beside its loss; 0 without such a classifier
 * @param generatorClassLoss the same of the generated images, which the generator's update lowers
 * @param discriminatorRate the discriminator's learning rate in this step
 * @param generatorRate the generator's
 */
public record LossEvent(
    Run run,
    long step,
    int epoch,
    double discriminatorReal,
    double discriminatorFake,
    double penalty,
    double generator,
    double realProbability,
    double fakeProbability,
    double discriminatorClassLoss,
    double generatorClassLoss,
    double discriminatorRate,
    double generatorRate) {

  /**
   * Returns the discriminator's loss: its real and its fake mean, added up, without penalties and
   * class loss.
   */
  public double discriminator() {
    return discriminatorReal + discriminatorFake;
  }
}
