package io.github.gan4j.report.html;

import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.report.health.RunFigures;
import io.github.gan4j.report.health.Verdict;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows: a run at one moment.
 *
 * @param run the run
 * @param state how it stands
 * @param failure what made it fail, in words; null if nothing did
 * @param step the steps done
 * @param started when it started
 * @param elapsed since then
 * @param written when the page is made
 * @param refreshInterval after how long an open page should look for a newer one
 * @param epochs the epochs done, the oldest first
 * @param figures what the curves and the verdict are made from
 * @param verdict how the run is
 * @param wording how the settings of its advice are written down
 * @param frames what the generator made, the oldest first; empty if it cannot be pictured
 * @param real real images as a grid of the same size; null if they cannot be pictured
 * @param rowNames what the rows of both grids show, by their classes; empty without classes
 */
record RunView(
    Run run,
    State state,
    @Nullable String failure,
    long step,
    Instant started,
    Duration elapsed,
    Instant written,
    Duration refreshInterval,
    List<EpochEvent> epochs,
    RunFigures figures,
    Verdict verdict,
    ConfigWording wording,
    List<TimelineFrame> frames,
    @Nullable Picture real,
    List<String> rowNames) {

  /** How a run stands, and what that is called. */
  enum State {
    RUNNING("running"),
    COMPLETED("done"),
    STOPPED("stopped"),
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Returns the epoch that the newest step belongs to, from 1 on. */
  int epoch() {
    return (int) (Math.max(0, step - 1) / run.stepsPerEpoch()) + 1;
  }

  /** Returns the time left at the speed of the last epoch, or of the run so far; NaN if unknown. */
  double secondsLeft() {
    double left = Math.max(0, run.totalSteps() - step);
    if (epochs.isEmpty()) {
      return Double.NaN;
    }
    return left * epochs.get(epochs.size() - 1).seconds() / run.stepsPerEpoch();
  }
}
