package io.github.gan4j.model;

/**
 * The settings of an inversion, which finds latent vectors that a generator makes given images of:
 * gradient descent (Adam) on the mean squared difference between what the generator makes of a
 * vector and the image (Creswell and Bharath, 2016, arXiv:1611.05644; Lipton and Tripathi, 2017,
 * arXiv:1702.04782). Immutable.
 *
 * @param steps how many steps each descent takes; at least 1
 * @param learningRate how far a component moves in the first steps; it falls to 0 along a cosine;
 *     positive and finite
 * @param restarts how many descents from different vectors each image gets, of which the best
 *     counts; from 1 to 1000
 * @param seed decides where descents start
 */
public record Inversion(int steps, double learningRate, int restarts, long seed) {
  /** All descents to an image are one batch. */
  private static final int MOST_RESTARTS = 1000;

  /** Refuses values outside of the ranges that the components name. */
  public Inversion {
    if (steps < 1) {
      throw new IllegalArgumentException("inversion steps must be at least 1, was " + steps);
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "inversion learningRate must be positive and finite, was " + learningRate);
    }
    if (restarts < 1 || restarts > MOST_RESTARTS) {
      throw new IllegalArgumentException(
          "inversion restarts must be from 1 to %s, was %s".formatted(MOST_RESTARTS, restarts));
    }
  }

  /** Returns 500 steps of 0.3 and 4 restarts with the seed 1. */
  public static Inversion defaults() {
    return new Inversion(500, 0.3, 4, 1);
  }

  /** Returns the same settings with this number of steps. */
  public Inversion steps(int newSteps) {
    return new Inversion(newSteps, learningRate, restarts, seed);
  }

  /** Returns the same settings with this learning rate. */
  public Inversion learningRate(double newLearningRate) {
    return new Inversion(steps, newLearningRate, restarts, seed);
  }

  /** Returns the same settings with this number of restarts. */
  public Inversion restarts(int newRestarts) {
    return new Inversion(steps, learningRate, newRestarts, seed);
  }

  /** Returns the same settings with this seed. */
  public Inversion seed(long newSeed) {
    return new Inversion(steps, learningRate, restarts, newSeed);
  }
}
