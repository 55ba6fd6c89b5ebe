package io.github.gan4j.internal.loop;

import io.github.gan4j.internal.file.CheckpointState.EpochSums;
import io.github.gan4j.internal.file.CheckpointState.Progress;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import java.util.List;

/** Adds up an epoch's steps, and how long they take. */
final class EpochMeans {
  private boolean started;
  private long startedAt;
  private long earlierNanos;
  private EpochSums sums = EpochSums.NONE;

  /** An epoch that is over. */
  record Finished(EpochSummary summary, double seconds) {}

  /** Starts the clock of the first epoch. */
  void start() {
    started = true;
    startedAt = System.nanoTime() - earlierNanos;
  }

  /** Takes what was added up before a run was saved. */
  void resume(Progress progress) {
    sums = progress.epochSums();
    earlierNanos = (long) (progress.epochSeconds() * 1e9);
  }

  /** Returns what was added up so far. */
  Progress progress(long step, double seconds, List<RollBack> rollBacks) {
    return new Progress(
        step,
        sums,
        (started ? System.nanoTime() - startedAt : earlierNanos) / 1e9,
        seconds,
        rollBacks);
  }

  /** Adds a step. */
  void add(LossEvent event) {
    sums = sums.plus(event);
  }

  /** Returns the epoch that ends with this step, and starts the next. */
  Finished finish(LossEvent last) {
    long now = System.nanoTime();
    Finished finished = new Finished(sums.means(last), (now - startedAt) / 1e9);
    sums = EpochSums.NONE;
    startedAt = now;
    return finished;
  }
}
