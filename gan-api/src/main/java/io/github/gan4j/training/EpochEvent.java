package io.github.gan4j.training;

/**
 * An epoch has ended.
 *
 * @param run the run
 * @param summary the epoch in figures
 * @param seconds how long the epoch took, listeners included
 */
public record EpochEvent(Run run, EpochSummary summary, double seconds) {

  /** Returns the epoch, from 1 on. */
  public int epoch() {
    return summary.epoch();
  }
}
