package io.github.gan4j.model;

/**
 * How to search for the latent vectors of given images: gradient descent (Adam) on the mean squared
 * difference between what the generator makes of a vector and the image (Creswell and Bharath,
 * 2016, arXiv:1611.05644; Lipton and Tripathi, 2017, arXiv:1702.04782). Immutable.
 *
 * @param steps how many steps each descent takes; at least 1
 * @param learningRate how far a component moves in the first steps; it falls to 0 along a cosine;
 *     positive and finite
 * @param restarts how many descents from different vectors each image gets, of which the best
 *     counts; from 1 to 1000
 * @param seed decides where descents start
 */
public record LatentSearch(int steps, double learningRate, int restarts, long seed) {
  /** All descents to an image are one batch. */
  private static final int MOST_RESTARTS = 1000;

  /** Refuses values outside of the ranges that the components name. */
  public LatentSearch {
    if (steps < 1) {
      throw new IllegalArgumentException("search steps must be at least 1, was " + steps);
    }
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "search learningRate must be positive and finite, was " + learningRate);
    }
    if (restarts < 1 || restarts > MOST_RESTARTS) {
      throw new IllegalArgumentException(
          "search restarts must be from 1 to %s, was %s".formatted(MOST_RESTARTS, restarts));
    }
  }

  /** Returns 500 steps of 0.3 and 4 restarts with the seed 1. */
  public static LatentSearch defaults() {
    return new LatentSearch(500, 0.3, 4, 1);
  }

  /** Returns the same search with this number of steps. */
  public LatentSearch steps(int newSteps) {
    return new LatentSearch(newSteps, learningRate, restarts, seed);
  }

  /** Returns the same search with this learning rate. */
  public LatentSearch learningRate(double newLearningRate) {
    return new LatentSearch(steps, newLearningRate, restarts, seed);
  }

  /** Returns the same search with this number of restarts. */
  public LatentSearch restarts(int newRestarts) {
    return new LatentSearch(steps, learningRate, newRestarts, seed);
  }

  /** Returns the same search with this seed. */
  public LatentSearch seed(long newSeed) {
    return new LatentSearch(steps, learningRate, restarts, newSeed);
  }
}
