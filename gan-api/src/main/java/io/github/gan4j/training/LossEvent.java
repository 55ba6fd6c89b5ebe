package io.github.gan4j.training;

/**
 * What one step found; of a player that is updated several times a step, the last time.
 *
 * @param run the run
 * @param step the step, from 1 on
 * @param epoch the epoch that the step belongs to, from 1 on
 * @param discriminatorReal the mean of the discriminator's loss over the real images
 * @param discriminatorFake the mean of the discriminator's loss over the generated images
 * @param penalty what the discriminator's update lowers beside its loss: penalties on its gradient
 *     and the cross-entropy of an auxiliary classifier, the last that was due in the step; 0 where
 *     none was
 * @param generator the generator's loss, through the discriminator that this step updated
 * @param realProbability the discriminator's mean probability of "real" for the real images, in [0,
 *     1], before its update
 * @param fakeProbability the same for the generated images
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
    double fakeProbability) {

  /** Returns the discriminator's loss: its real and its fake mean, added up, without penalties. */
  public double discriminator() {
    return discriminatorReal + discriminatorFake;
  }
}
