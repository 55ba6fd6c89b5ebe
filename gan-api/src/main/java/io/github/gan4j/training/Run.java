package io.github.gan4j.training;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import java.util.List;

/** A training run, as its listeners see it. */
public interface Run {

  /** Returns what the run is made of. */
  GanConfig config();

  /** Returns the loss that both players minimise, with the facts about it. */
  AdversarialLoss loss();

  /** Returns what it trains on. */
  Dataset dataset();

  /** Returns the engine's description. */
  String engine();

  /** Returns how many steps make an epoch. */
  int stepsPerEpoch();

  /**
   * Returns how many real images the discriminator trains on in a step: a batch for each of its
   * updates. What speeds are told in, as images a second.
   */
  default long imagesPerStep() {
    return (long) config().schedule().batchSize() * config().discriminator().updatesPerStep();
  }

  /**
   * Returns how many steps were done when the run was resumed or last went back, whichever was
   * later; 0 if neither.
   */
  default long resumedAfter() {
    return 0;
  }

  /** Returns how the run went back because it diverged, the latest last; empty if it never did. */
  default List<RollBack> rollBacks() {
    return List.of();
  }

  /**
   * Returns the first failure of each listener that threw an exception so far, in the order in
   * which they came; empty if all is well. A resumed run starts without any.
   */
  default List<ListenerFailure> listenerFailures() {
    return List.of();
  }

  /** Returns how many steps the run lasts, unless it is asked to stop. */
  long totalSteps();

  /**
   * Returns the generator as it is when called on: its running average. To be used from within a
   * listener's call only.
   */
  Generator generator();

  /** Returns the discriminator as it is when called on. To be used as {@link #generator()} is. */
  Discriminator discriminator();

  /** Asks the run to end after the current step. May be called from any thread. */
  void requestStop();
}
