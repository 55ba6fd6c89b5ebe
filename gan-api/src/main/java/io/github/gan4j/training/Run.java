package io.github.gan4j.training;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;

/** A training run, as its listeners see it. */
public interface Run {

  /** Returns what the run is made of. */
  GanConfig config();

  /** Returns what it trains on. */
  Dataset dataset();

  /** Returns the engine's description. */
  String engine();

  /** Returns how many steps make an epoch. */
  int stepsPerEpoch();

  /** Returns how many steps were done when the run was resumed; 0 if it was not. */
  default long resumedAfter() {
    return 0;
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
