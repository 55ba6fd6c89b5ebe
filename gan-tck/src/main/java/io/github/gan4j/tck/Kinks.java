package io.github.gan4j.tck;

import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;

/**
 * Keeps cases away from 0, where a ReLU has no derivative: rounding could push an engine to the
 * other side of it, and rightly give another gradient.
 */
final class Kinks {
  /** How far a rounding error may reach, with room to spare. */
  static final double ROUNDING = 1e-5;

  /** How far a change of one value by {@link CentralDifferences#H} may reach. */
  static final double DIFFERENCES = 1e-4;

  private Kinks() {}

  /** Returns the case with the first seed, from its own on, that keeps this distance. */
  static NetworkCase avoid(NetworkCase sample, double distance) {
    NetworkCase candidate = sample;
    while (nearest(candidate) <= distance) {
      candidate = candidate.withSeed(candidate.seed() + 1);
    }
    return candidate;
  }

  private static double nearest(NetworkCase sample) {
    try (ReferenceEngine engine = new ReferenceEngine()) {
      Trial trial = new Trial(engine, sample);
      double nearest = Double.POSITIVE_INFINITY;
      for (int step = 1; step <= Cases.STEPS; step++) {
        trial.train(step);
        nearest = Math.min(nearest, ((ReferenceTrainingPass) trial.pass()).nearestKink());
      }
      return nearest;
    }
  }
}
