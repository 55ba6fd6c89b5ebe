package io.github.gan4j.training;

import java.time.Duration;

/**
 * A run has ended.
 *
 * @param run the run
 * @param outcome why it ended
 * @param steps how many steps were done
 * @param duration the time from the first step on
 */
public record RunEndedEvent(Run run, Outcome outcome, long steps, Duration duration) {

  /** Why a run ended. */
  public enum Outcome {
    /** All epochs were done. */
    COMPLETED,
    /** It was asked to stop. */
    STOPPED,
    /** A step threw an exception, which the caller of the trainer gets. */
    FAILED
  }
}
