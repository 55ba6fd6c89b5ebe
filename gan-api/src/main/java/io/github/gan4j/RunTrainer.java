package io.github.gan4j;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.internal.checkpoint.CheckpointKeeper;
import io.github.gan4j.internal.checkpoint.HeapNeeds;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.listen.Listeners;
import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.internal.loop.StepLosses;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.internal.loop.TrainingState;
import io.github.gan4j.internal.network.LivePlayers;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drives a run from its first step to its last, step by step. */
final class RunTrainer implements Trainer {
  private enum Phase {
    NEW,
    RUNNING,
    OVER,
    FAILED,
    CLOSED
  }

  private final EngineLease lease;
  private final TrainingLoop loop;
  private final LivePlayers players;
  private final ActiveRun run;
  private final RunSnapshots snapshots;
  private final Listeners listeners;
  private final TrainingState trainingState;
  private final @Nullable CheckpointKeeper keeper;
  private final @Nullable RollBacks rollBacks;
  private final boolean resumed;
  private Map<String, byte[]> lastStates = Map.of();
  private boolean inStep;
  private Phase phase = Phase.NEW;

  RunTrainer(
      GanConfig config,
      Dataset dataset,
      DatasetFingerprint fingerprint,
      AdversarialLoss loss,
      RunOptions options,
      EngineLease lease) {
    this.lease = lease;
    GanEngine engine = lease.engine();
    listeners = new Listeners(options.listeners());
    TrainingLength length = TrainingLength.of(config, dataset, options.maxSteps());
    trainingState = new TrainingState(length.stepsPerEpoch());
    Resumption resumption = options.resumption();
    resumed = resumption != null;
    if (resumption != null) {
      resumption.checkLength(length.totalSteps());
      resumption.checkNumerics(engine.numerics());
      trainingState.resume(resumption.state());
      lastStates = resumption.state().listeners();
    }
    rollBacks = options.rollBacks();
    Checkpoints checkpoints = options.checkpoints();
    keeper =
        checkpoints == null
            ? null
            : new CheckpointKeeper(
                checkpoints,
                trainingState.steps(),
                trainingState.history().epochs(),
                HeapNeeds.of(config, dataset.shape()));
    try {
      loop = new TrainingLoop(config, dataset, loss, engine);
      if (resumption != null) {
        loop.restore(resumption.state());
      }
      players =
          new LivePlayers(
              engine,
              config,
              dataset.shape(),
              loop.generator(),
              loop.discriminator(),
              trainingState::version);
    } catch (RuntimeException | Error e) {
      release();
      throw e;
    }
    run =
        new ActiveRun(
            config, loss, dataset, engine.description(), length, trainingState, listeners, players);
    snapshots = new RunSnapshots(config, fingerprint, engine.numerics(), trainingState, loop);
  }

  @Override
  public LossEvent step() {
    if (finished()) {
      throw new IllegalStateException(
          phase == Phase.CLOSED ? "the trainer is closed" : "the run is over");
    }
    LossEvent event;
    inStep = true;
    try {
      start();
      event = run.event(computeStep());
      trainingState.count();
      listeners.loss(event);
      Optional<EpochEvent> epoch = trainingState.add(event);
      if (epoch.isPresent()) {
        listeners.epoch(epoch.get());
        if (keeper != null) {
          keeper.epoch(epoch.get().summary());
        }
      }
      if (keeper != null && !finished() && keeper.isDue(steps(), run)) {
        keeper.save(this::state);
      }
    } catch (Throwable e) { // A loss or a dataset in another language may throw a checked one.
      endFailed(e);
      throw e;
    } finally {
      inStep = false;
    }
    if (finished()) {
      end(Phase.OVER, steps() == run.totalSteps() ? Outcome.COMPLETED : Outcome.STOPPED, null);
    }
    return event;
  }

  /** Computes the next step, or one before it if the run diverges and goes back. */
  private StepLosses computeStep() {
    while (true) {
      try {
        return loop.step(steps() + 1, trainingState.rateFactor());
      } catch (TrainingDivergedException e) {
        goBack(e);
      }
    }
  }

  private void goBack(TrainingDivergedException reason) {
    if (rollBacks == null
        || keeper == null
        || trainingState.rollBacks().size() >= rollBacks.most()) {
      throw reason;
    }
    CheckpointState state;
    try {
      state = keeper.goBack();
    } catch (IOException | ModelFormatException | OutOfMemoryError e) {
      reason.addSuppressed(e);
      throw reason;
    }
    RollBack rollBack =
        new RollBack(
            reason.step(),
            reason.where(),
            state.progress().step(),
            trainingState.rateFactor() * rollBacks.rateFactor());
    loop.restore(state);
    trainingState.rollBack(state, rollBack);
    run.resumed();
    Warnings.warn(
        RunTrainer.class,
        reason.getMessage()
            + "; going back to step "
            + rollBack.to()
            + ", learning rates times "
            + rollBack.rateFactor());
    listeners.rolledBack(run, rollBack, state.listeners());
  }

  @Override
  public TrainedGan train() {
    if (phase == Phase.FAILED) {
      throw new IllegalStateException("the run failed in step " + (steps() + 1));
    }
    boolean interrupted = false;
    try {
      while (!finished()) {
        step();
        // Cleared, since an interrupted thread cannot save what the run has come to.
        if (Thread.interrupted()) {
          interrupted = true;
          run.requestStop();
        }
      }
      // Asked to stop between two steps.
      end(Phase.OVER, Outcome.STOPPED, null);
      return snapshot();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public TrainedGan snapshot() {
    checkOpen();
    return new TrainedGan(snapshots.model(), listeners.failures(), lease.share());
  }

  @Override
  public TrainedNetwork generatorNetwork() {
    checkOpen();
    return snapshots.generator();
  }

  @Override
  public void checkpoint(Path file) throws IOException {
    checkOpen();
    if (phase == Phase.FAILED) {
      throw new IllegalStateException("the run failed in step " + (steps() + 1));
    }
    if (inStep) {
      throw new IllegalStateException(
          "a checkpoint must be saved between two steps, not by a listener in one");
    }
    CheckpointFile.write(file, state());
  }

  private CheckpointState state() {
    return snapshots.checkpoint(listenerStates());
  }

  /** Listeners know of a run while it lasts; before and after, their last states count. */
  private Map<String, byte[]> listenerStates() {
    return phase == Phase.RUNNING ? listeners.states() : lastStates;
  }

  @Override
  public boolean finished() {
    return run.stopRequested() || steps() == run.totalSteps() || phase.compareTo(Phase.RUNNING) > 0;
  }

  @Override
  public void close() {
    if (phase == Phase.CLOSED) {
      return;
    }
    try {
      end(Phase.OVER, Outcome.STOPPED, null);
    } finally {
      phase = Phase.CLOSED;
      run.close();
      release();
      players.close();
      loop.close();
      lease.close();
    }
  }

  @Override
  public Run run() {
    return run;
  }

  @Override
  public long steps() {
    return trainingState.steps();
  }

  private void start() {
    if (phase == Phase.NEW) {
      phase = Phase.RUNNING;
      trainingState.start();
      if (resumed) {
        listeners.runResumed(run, lastStates);
      } else {
        listeners.runStarted(run);
      }
      if (rollBacks != null && keeper != null && keeper.isEmpty()) {
        keeper.save(this::state);
      }
    }
  }

  private void end(Phase next, Outcome outcome, @Nullable Throwable failure) {
    if (phase == Phase.RUNNING) {
      if (outcome != Outcome.FAILED) {
        lastStates = listeners.states();
      }
      phase = next;
      if (keeper != null && outcome != Outcome.FAILED && !keeper.isSaved(steps())) {
        keeper.save(this::state);
      }
      release();
      Duration duration = Duration.ofNanos((long) (trainingState.seconds() * 1e9));
      listeners.runEnded(new RunEndedEvent(run, outcome, steps(), duration, failure));
    }
  }

  /** Lets other runs save where this one did. */
  private void release() {
    if (keeper != null) {
      keeper.close();
    }
  }

  private void endFailed(Throwable reason) {
    try {
      end(Phase.FAILED, Outcome.FAILED, reason);
    } catch (Error e) {
      // A listener's; what ended the run is what its caller must see.
      reason.addSuppressed(e);
    }
  }

  private void checkOpen() {
    if (phase == Phase.CLOSED) {
      throw new IllegalStateException("the trainer is closed");
    }
  }

  /** Returns what it trains on and how far it is. */
  @Override
  public String toString() {
    return run.toString();
  }
}
