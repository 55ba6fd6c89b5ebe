package io.github.gan4j;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.listen.Listeners;
import io.github.gan4j.internal.loop.StepLosses;
import io.github.gan4j.internal.loop.TrainingState;
import io.github.gan4j.internal.network.LivePlayers;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.training.ListenerFailure;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import java.util.List;

/** What listeners see of a run. */
final class ActiveRun implements Run {
  private final GanConfig config;
  private final AdversarialLoss loss;
  private final Dataset dataset;
  private final String engine;
  private final TrainingLength length;
  private final TrainingState trainingState;
  private final Listeners listeners;
  private final LivePlayers players;
  private long resumedAfter;
  private volatile boolean stopRequested;
  private boolean closed;

  /**
   * Makes one.
   *
   * @param engine the engine's description
   */
  ActiveRun(
      GanConfig config,
      AdversarialLoss loss,
      Dataset dataset,
      String engine,
      TrainingLength length,
      TrainingState trainingState,
      Listeners listeners,
      LivePlayers players) {
    this.config = config;
    this.loss = loss;
    this.dataset = dataset;
    this.engine = engine;
    this.length = length;
    this.trainingState = trainingState;
    this.listeners = listeners;
    this.players = players;
    resumedAfter = trainingState.steps();
  }

  long steps() {
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
    return length.stepsPerEpoch();
  }

  @Override
  public long totalSteps() {
    return length.totalSteps();
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

  /** Returns whether it was asked to stop. */
  boolean stopRequested() {
    return stopRequested;
  }

  /** Has its players refuse to work. */
  void close() {
    closed = true;
  }

  /** Says that it goes on after the steps that it has by now. */
  void resumed() {
    resumedAfter = steps();
  }

  /** Returns the event of the next step. */
  LossEvent event(StepLosses losses) {
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

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the trainer is closed");
    }
  }

  /** Returns what it trains on and how far it is. */
  @Override
  public String toString() {
    return "run on %s, %s of %s steps done".formatted(dataset.name(), steps(), length.totalSteps());
  }
}
