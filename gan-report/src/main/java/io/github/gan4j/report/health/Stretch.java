package io.github.gan4j.report.health;

import io.github.gan4j.training.LossEvent;

/**
 * A window of consecutive training steps, with the means of losses and discriminator outputs over
 * them.
 *
 * @param step the last of the steps, from 1 on
 * @param steps how many there are, at least 1
 * @param discriminator the discriminator's loss, real plus fake
 * @param generator the generator's loss
 * @param realProbability the discriminator's probability of "real" for real images
 * @param fakeProbability the discriminator's probability of "real" for generated images
 * @param penalty the gradient penalties, over the steps in which one was due; NaN if none was
 * @param discriminatorClassLoss the discriminator's loss of an auxiliary classifier; 0 without one
 * @param generatorClassLoss the generator's
 * @param discriminatorRate the discriminator's learning rate; NaN if it is not known
 * @param generatorRate the generator's
 */
public record Stretch(
    long step,
    int steps,
    double discriminator,
    double generator,
    double realProbability,
    double fakeProbability,
    double penalty,
    double discriminatorClassLoss,
    double generatorClassLoss,
    double discriminatorRate,
    double generatorRate) {

  /** Refuses a stretch without steps. */
  public Stretch {
    if (steps < 1) {
      throw new IllegalArgumentException("stretch steps must be at least 1, was " + steps);
    }
  }

  /** Makes one without penalty and class loss, whose learning rates are not known. */
  public Stretch(
      long step,
      int steps,
      double discriminator,
      double generator,
      double realProbability,
      double fakeProbability) {
    this(
        step,
        steps,
        discriminator,
        generator,
        realProbability,
        fakeProbability,
        Double.NaN,
        0,
        0,
        Double.NaN,
        Double.NaN);
  }

  static Stretch of(LossEvent event) {
    return new Stretch(
        event.step(),
        1,
        event.discriminator(),
        event.generator(),
        event.realProbability(),
        event.fakeProbability(),
        event.penalty() == 0 ? Double.NaN : event.penalty(),
        event.discriminatorClassLoss(),
        event.generatorClassLoss(),
        event.discriminatorRate(),
        event.generatorRate());
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
        mean(fakeProbability, next.fakeProbability, share),
        meanOfKnown(penalty, next.penalty, share),
        mean(discriminatorClassLoss, next.discriminatorClassLoss, share),
        mean(generatorClassLoss, next.generatorClassLoss, share),
        mean(discriminatorRate, next.discriminatorRate, share),
        mean(generatorRate, next.generatorRate, share));
  }

  private static double meanOfKnown(double a, double b, double shareOfB) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : mean(a, b, shareOfB);
  }

  private static double mean(double a, double b, double shareOfB) {
    return a + (b - a) * shareOfB;
  }
}
