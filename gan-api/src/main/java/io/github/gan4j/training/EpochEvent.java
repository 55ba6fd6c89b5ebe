package io.github.gan4j.training;

/**
 * An epoch has ended.
 *
 * @param run the run
 * @param summary the epoch in figures
 */
public record EpochEvent(Run run, EpochSummary summary) {

  /** Returns the epoch, from 1 on. */
  public int epoch() {
    return summary.epoch();
  }
}
