package io.github.gan4j;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.internal.checkpoint.CheckpointKeeper;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.file.ModelState;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.listen.Listeners;
import io.github.gan4j.internal.loop.EpochMeans;
import io.github.gan4j.internal.loop.StepLosses;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.internal.network.LivePlayers;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.History;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Dataset dataset;
  private final EngineLease lease;
  private final String engine;
  private final TrainingLoop loop;
  private final LivePlayers players;
  private final Listeners listeners;
  private final int stepsPerEpoch;
  private final long totalSteps;
  private final List<EpochSummary> epochs = new ArrayList<>();
  private final EpochMeans epochMeans = new EpochMeans();
  private final @Nullable CheckpointKeeper keeper;
  private final long resumedAfter;
  private final double earlierSeconds;
  private Map<String, byte[]> lastStates;
  private volatile boolean stopRequested;
  private boolean inStep;
  private Phase phase = Phase.NEW;
  private long steps;
  private long startedAt;

  RunTrainer(
      GanConfig config,
      Dataset dataset,
      AdversarialLoss loss,
      long maxSteps,
      List<TrainingListener> listeners,
      @Nullable Checkpoints checkpoints,
      @Nullable Resumption resumption,
      EngineLease lease) {
    this.config = config;
    this.dataset = dataset;
    this.lease = lease;
    GanEngine running = lease.engine();
    engine = running.description();
    this.listeners = new Listeners(listeners);
    Integer given = config.stepsPerEpoch();
    stepsPerEpoch = given != null ? given : dataset.size() / config.batchSize();
    totalSteps = Math.min(maxSteps, (long) stepsPerEpoch * config.epochs());
    CheckpointState resumed = resumption == null ? null : resumption.state();
    if (resumption != null) {
      resumption.checkLength(totalSteps);
    }
    resumedAfter = resumed == null ? 0 : resumed.progress().step();
    earlierSeconds = resumed == null ? 0 : resumed.progress().seconds();
    lastStates = resumed == null ? Map.of() : resumed.listeners();
    steps = resumedAfter;
    if (resumed != null) {
      epochs.addAll(resumed.history().epochs());
      epochMeans.resume(resumed.progress());
    }
    keeper = checkpoints == null ? null : new CheckpointKeeper(checkpoints, steps, epochs);
    loop = new TrainingLoop(config, dataset, loss, running);
    if (resumed != null) {
      loop.restore(resumed);
    }
    players =
        new LivePlayers(
            running, config, dataset.shape(), loop.generator(), loop.discriminator(), this::steps);
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
      event = event(loop.step(steps + 1, 1));
      steps++;
      listeners.loss(event);
      epochMeans.add(event);
      if (steps % stepsPerEpoch == 0) {
        EpochSummary summary = epochMeans.finish();
        epochs.add(summary);
        listeners.epoch(new EpochEvent(this, summary));
        if (keeper != null) {
          keeper.epoch(summary);
        }
      }
      if (keeper != null && !finished() && keeper.isDue(steps, this)) {
        keeper.save(this::state);
      }
    } catch (RuntimeException | Error e) {
      endFailed(e);
      throw e;
    } finally {
      inStep = false;
    }
    if (finished()) {
      end(Phase.OVER, steps == totalSteps ? Outcome.COMPLETED : Outcome.STOPPED, null);
    }
    return event;
  }

  @Override
  public TrainedGan train() {
    if (phase == Phase.FAILED) {
      throw new IllegalStateException("the run failed in step " + (steps + 1));
    }
    while (!finished()) {
      step();
    }
    // Asked to stop between two steps.
    end(Phase.OVER, Outcome.STOPPED, null);
    return snapshot();
  }

  @Override
  public TrainedGan snapshot() {
    checkOpen();
    return new TrainedGan(
        new ModelState(
            config,
            dataset.shape(),
            new History(epochs),
            averaged(loop.generator()),
            averaged(loop.discriminator())),
        lease.share());
  }

  @Override
  public void checkpoint(Path file) throws IOException {
    checkOpen();
    if (phase == Phase.FAILED) {
      throw new IllegalStateException("the run failed in step " + (steps + 1));
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
        dataset.shape(),
        new History(epochs),
        epochMeans.progress(steps, dataset.size(), seconds()),
        loop.generatorState(),
        loop.discriminatorState(),
        listenerStates());
  }

  /** Listeners know of a run while it lasts; before and after, their last states count. */
  private Map<String, byte[]> listenerStates() {
    return phase == Phase.RUNNING ? listeners.states() : lastStates;
  }

  /** Returns how long the run took so far, what came before a resumption included. */
  private double seconds() {
    return phase == Phase.NEW ? earlierSeconds : earlierSeconds + sinceStart();
  }

  private double sinceStart() {
    return (System.nanoTime() - startedAt) / 1e9;
  }

  @Override
  public boolean finished() {
    return stopRequested || steps == totalSteps || phase.compareTo(Phase.RUNNING) > 0;
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
    return steps;
  }

  @Override
  public GanConfig config() {
    return config;
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
      startedAt = System.nanoTime();
      epochMeans.start();
      if (resumedAfter == 0) {
        listeners.runStarted(this);
      } else {
        listeners.runResumed(this, lastStates);
      }
    }
  }

  private void end(Phase next, Outcome outcome, @Nullable Throwable failure) {
    if (phase == Phase.RUNNING) {
      if (outcome != Outcome.FAILED) {
        lastStates = listeners.states();
      }
      phase = next;
      if (keeper != null && outcome != Outcome.FAILED && !keeper.isSaved(steps)) {
        keeper.save(this::state);
      }
      Duration duration = Duration.ofNanos((long) (seconds() * 1e9));
      listeners.runEnded(new RunEndedEvent(this, outcome, steps, duration, failure));
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
        steps + 1,
        (int) (steps / stepsPerEpoch) + 1,
        losses.discriminatorReal(),
        losses.discriminatorFake(),
        losses.generator(),
        losses.realProbability(),
        losses.fakeProbability());
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
}
