package io.github.gan4j.training;

import java.util.Objects;

/**
 * A run that diverged went back to a state that it had saved, and goes on from there with smaller
 * learning rates.
 *
 * @param step the step that diverged, from 1 on
 * @param where what was found not to be finite in it, such as {@code the generator's loss}
 * @param to the steps that were done in the state to which it went back
 * @param rateFactor what the configuration's learning rates are multiplied by from there on
 */
public record RollBack(long step, String where, long to, double rateFactor) {

  /** Refuses steps below 0 and a factor that is not in (0, 1]. */
  public RollBack {
    Objects.requireNonNull(where, "where");
    if (step < 1 || to < 0 || to >= step) {
      throw new IllegalArgumentException(
          "a roll back must lead from a step to one before, led from %s to %s".formatted(step, to));
    }
    if (!(rateFactor > 0 && rateFactor <= 1)) {
      throw new IllegalArgumentException("rateFactor must be in (0, 1], was " + rateFactor);
    }
  }
}
