package io.github.gan4j.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A run has ended.
 *
 * @param run the run
 * @param outcome why it ended
 * @param steps how many steps were done
 * @param duration the time from the first step on; of a resumed run, all its parts together
 * @param failure what a step threw, if the outcome is {@link Outcome#FAILED}; null otherwise
 */
public record RunEndedEvent(
    Run run, Outcome outcome, long steps, Duration duration, @Nullable Throwable failure) {

  /** Why a run ended. */
  public enum Outcome {
    /** All epochs were done. */
    COMPLETED,
    /** It was asked to stop. */
    STOPPED,
    /** A step threw an exception, which the caller of the trainer gets. */
    FAILED
  }

  /**
   * Checks that a failed run has a failure, and no other.
   *
   * @throws IllegalArgumentException if that is not so
   */
  public RunEndedEvent {
    if ((failure != null) != (outcome == Outcome.FAILED)) {
      throw new IllegalArgumentException(
          "failure must be given for FAILED and for nothing else, was %s for %s"
              .formatted(failure, outcome));
    }
  }
}
