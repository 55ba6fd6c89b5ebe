package io.github.gan4j.report.health;

import io.github.gan4j.training.LossEvent;

/**
 * Consecutive steps of a run in figures; losses and probabilities are means over the steps.
 *
 * @param step the last of the steps, from 1 on
 * @param steps how many there are, at least 1
 * @param discriminator the discriminator's loss, real plus fake
 * @param generator the generator's loss
 * @param realProbability the discriminator's probability of "real" for real images
 * @param fakeProbability the discriminator's probability of "real" for generated images
 */
public record Stretch(
    long step,
    int steps,
    double discriminator,
    double generator,
    double realProbability,
    double fakeProbability) {

  /** Refuses a stretch without steps. */
  public Stretch {
    if (steps < 1) {
      throw new IllegalArgumentException("stretch steps must be at least 1, was " + steps);
    }
  }

  static Stretch of(LossEvent event) {
    return new Stretch(
        event.step(),
        1,
        event.discriminator(),
        event.generator(),
        event.realProbability(),
        event.fakeProbability());
  }

  /** Returns this stretch and the one that follows it as one. */
  Stretch join(Stretch next) {
    int sum = steps + next.steps;
    double share = (double) next.steps / sum;
    return new Stretch(
        next.step,
        sum,
        mean(discriminator, next.discriminator, share),
        mean(generator, next.generator, share),
        mean(realProbability, next.realProbability, share),
        mean(fakeProbability, next.fakeProbability, share));
  }

  private static double mean(double a, double b, double shareOfB) {
    return a + (b - a) * shareOfB;
  }
}
