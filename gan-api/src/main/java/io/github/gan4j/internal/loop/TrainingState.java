package io.github.gan4j.internal.loop;

import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.file.CheckpointState.Progress;
import io.github.gan4j.internal.loop.EpochMeans.Finished;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.History;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The training state of a run: the steps and epochs done, the sums of the epoch that is not over,
 * the clock, and how often the run went back.
 */
public final class TrainingState {
  private final int stepsPerEpoch;
  private final List<EpochSummary> epochs = new ArrayList<>();
  private final List<RollBack> rollBacks = new ArrayList<>();
  private final EpochMeans means = new EpochMeans();
  private long steps;
  private long version;
  private double earlierSeconds;
  private boolean started;
  private long startedAt;

  /** Makes one of a run without a step. */
  public TrainingState(int stepsPerEpoch) {
    this.stepsPerEpoch = stepsPerEpoch;
  }

  /** Takes over what a saved run was. */
  public void resume(CheckpointState state) {
    rollBacks.addAll(state.progress().rollBacks());
    earlierSeconds = state.progress().seconds();
    take(state);
  }

  /** Goes back to what the run was; the clock goes on. */
  public void rollBack(CheckpointState state, RollBack rollBack) {
    rollBacks.add(rollBack);
    version++;
    take(state);
    means.start();
  }

  private void take(CheckpointState state) {
    steps = state.progress().step();
    epochs.clear();
    epochs.addAll(state.history().epochs());
    means.resume(state.progress());
  }

  /** Starts the clock. */
  public void start() {
    started = true;
    startedAt = System.nanoTime();
    means.start();
  }

  /** Counts a step that is done. */
  public void count() {
    steps++;
    version++;
  }

  /** Adds what the newest step found, and returns the epoch if that was its last. */
  public Optional<EpochEvent> add(LossEvent event) {
    means.add(event);
    if (steps % stepsPerEpoch != 0) {
      return Optional.empty();
    }
    Finished epoch = means.finish(event);
    epochs.add(epoch.summary());
    return Optional.of(new EpochEvent(event.run(), epoch.summary(), epoch.seconds()));
  }

  /** Returns the steps done. */
  public long steps() {
    return steps;
  }

  /** Returns a number that changes whenever the networks may have changed. */
  public long version() {
    return version;
  }

  /** Returns the epoch of the next step, from 1 on. */
  public int epoch() {
    return (int) (steps / stepsPerEpoch) + 1;
  }

  /** Returns the epochs done. */
  public History history() {
    return new History(epochs);
  }

  /** Returns how the run went back, the latest last. */
  public List<RollBack> rollBacks() {
    return List.copyOf(rollBacks);
  }

  /** Returns what learning rates are multiplied by. */
  public double rateFactor() {
    return rollBacks.isEmpty() ? 1 : rollBacks.get(rollBacks.size() - 1).rateFactor();
  }

  /** Returns how long the run took so far, what came before a resumption included. */
  public double seconds() {
    return started ? earlierSeconds + (System.nanoTime() - startedAt) / 1e9 : earlierSeconds;
  }

  /** Returns what a checkpoint says of it. */
  public Progress progress() {
    return means.progress(steps, seconds(), rollBacks());
  }
}
