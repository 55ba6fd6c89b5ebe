package io.github.gan4j;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.internal.checkpoint.CheckpointKeeper;
import io.github.gan4j.internal.checkpoint.HeapNeeds;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.file.ModelState;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.listen.Listeners;
import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.internal.loop.StepLosses;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.internal.loop.TrainingState;
import io.github.gan4j.internal.network.LivePlayers;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.ListenerFailure;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run from its first step to its last: the loop, the clock, the history, the listeners. */
final class RunTrainer implements Trainer, Run {
  private enum Phase {
    NEW,
    RUNNING,
    OVER,
    FAILED,
    CLOSED
  }

  private final GanConfig config;
  private final AdversarialLoss loss;
  private final Dataset dataset;
  private final DatasetFingerprint fingerprint;
  private final EngineLease lease;
  private final String engine;
  private final String numerics;
  private final TrainingLoop loop;
  private final LivePlayers players;
  private final Listeners listeners;
  private final int stepsPerEpoch;
  private final long totalSteps;
  private final TrainingState trainingState;
  private final @Nullable CheckpointKeeper keeper;
  private final @Nullable RollBacks rollBacks;
  private final boolean resumed;
  private long resumedAfter;
  private Map<String, byte[]> lastStates = Map.of();
  private volatile boolean stopRequested;
  private boolean inStep;
  private Phase phase = Phase.NEW;

  RunTrainer(
      GanConfig config,
      Dataset dataset,
      DatasetFingerprint fingerprint,
      AdversarialLoss loss,
      RunOptions options,
      EngineLease lease) {
    this.config = config;
    this.loss = loss;
    this.dataset = dataset;
    this.fingerprint = fingerprint;
    this.lease = lease;
    GanEngine running = lease.engine();
    engine = running.description();
    numerics = running.numerics();
    this.listeners = new Listeners(options.listeners());
    Integer given = config.schedule().stepsPerEpoch();
    stepsPerEpoch = given != null ? given : stepsOfOnePass(config, dataset);
    totalSteps = Math.min(options.maxSteps(), (long) stepsPerEpoch * config.schedule().epochs());
    trainingState = new TrainingState(stepsPerEpoch);
    Resumption resumption = options.resumption();
    resumed = resumption != null;
    if (resumption != null) {
      resumption.checkLength(totalSteps);
      resumption.checkNumerics(numerics);
      trainingState.resume(resumption.state());
      resumedAfter = trainingState.steps();
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
      loop = new TrainingLoop(config, dataset, loss, running);
      if (resumption != null) {
        loop.restore(resumption.state());
      }
      players =
          new LivePlayers(
              running,
              config,
              dataset.shape(),
              loop.generator(),
              loop.discriminator(),
              trainingState::version);
    } catch (RuntimeException | Error e) {
      release();
      throw e;
    }
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
      event = event(computeStep());
      trainingState.count();
      listeners.loss(event);
      Optional<EpochEvent> epoch = trainingState.add(event);
      if (epoch.isPresent()) {
        listeners.epoch(epoch.get());
        if (keeper != null) {
          keeper.epoch(epoch.get().summary());
        }
      }
      if (keeper != null && !finished() && keeper.isDue(steps(), this)) {
        keeper.save(this::state);
      }
    } catch (Throwable e) { // A loss or a dataset in another language may throw a checked one.
      endFailed(e);
      throw e;
    } finally {
      inStep = false;
    }
    if (finished()) {
      end(Phase.OVER, steps() == totalSteps ? Outcome.COMPLETED : Outcome.STOPPED, null);
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
    resumedAfter = steps();
    Warnings.warn(
        RunTrainer.class,
        reason.getMessage()
            + "; going back to step "
            + rollBack.to()
            + ", learning rates times "
            + rollBack.rateFactor());
    listeners.rolledBack(this, rollBack, state.listeners());
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
          requestStop();
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
    return new TrainedGan(
        new ModelState(
            config,
            fingerprint,
            trainingState.history(),
            averaged(loop.generator()),
            averaged(loop.discriminator())),
        listeners.failures(),
        lease.share());
  }

  @Override
  public TrainedNetwork generatorNetwork() {
    checkOpen();
    TrainableNetwork network = loop.generator();
    return new TrainedNetwork(
        network.spec(), network.parameters().toArray(), network.buffers().toArray());
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
    return new CheckpointState(
        config,
        fingerprint,
        numerics,
        trainingState.history(),
        trainingState.progress(),
        loop.generatorState(),
        loop.discriminatorState(),
        listenerStates());
  }

  /** Listeners know of a run while it lasts; before and after, their last states count. */
  private Map<String, byte[]> listenerStates() {
    return phase == Phase.RUNNING ? listeners.states() : lastStates;
  }

  @Override
  public boolean finished() {
    return stopRequested || steps() == totalSteps || phase.compareTo(Phase.RUNNING) > 0;
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
      release();
      players.close();
      loop.close();
      lease.close();
    }
  }

  @Override
  public Run run() {
    return this;
  }

  @Override
  public long steps() {
    return trainingState.steps();
  }

  @Override
  public GanConfig config() {
    return config;
  }

  @Override
  public AdversarialLoss loss() {
    return loss;
  }

  @Override
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  @Override
  public long resumedAfter() {
    return resumedAfter;
  }

  @Override
  public List<RollBack> rollBacks() {
    return trainingState.rollBacks();
  }

  @Override
  public List<ListenerFailure> listenerFailures() {
    return listeners.failures();
  }

  @Override
  public long totalSteps() {
    return totalSteps;
  }

  @Override
  public Generator generator() {
    checkOpen();
    return players.generator();
  }

  @Override
  public Discriminator discriminator() {
    checkOpen();
    return players.discriminator();
  }

  @Override
  public void requestStop() {
    stopRequested = true;
  }

  private void start() {
    if (phase == Phase.NEW) {
      phase = Phase.RUNNING;
      trainingState.start();
      if (resumed) {
        listeners.runResumed(this, lastStates);
      } else {
        listeners.runStarted(this);
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
      listeners.runEnded(new RunEndedEvent(this, outcome, steps(), duration, failure));
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

  private LossEvent event(StepLosses losses) {
    return new LossEvent(
        this,
        steps() + 1,
        trainingState.epoch(),
        losses.discriminatorReal(),
        losses.discriminatorFake(),
        losses.penalty(),
        losses.generator(),
        losses.realProbability(),
        losses.fakeProbability(),
        losses.discriminatorClassLoss(),
        losses.generatorClassLoss(),
        losses.discriminatorRate(),
        losses.generatorRate());
  }

  private static int stepsOfOnePass(GanConfig config, Dataset dataset) {
    long images = (long) config.schedule().batchSize() * config.discriminator().updatesPerStep();
    return (int) Math.max(1, dataset.size() / images);
  }

  private void checkOpen() {
    if (phase == Phase.CLOSED) {
      throw new IllegalStateException("the trainer is closed");
    }
  }

  private static NetworkState averaged(TrainableNetwork network) {
    return new NetworkState(
        network.averagedParameters().toArray(), network.averagedBuffers().toArray());
  }

  /** Returns what it trains on and how far it is. */
  @Override
  public String toString() {
    return "run on %s, %s of %s steps done".formatted(dataset.name(), steps(), totalSteps);
  }
}
