package io.github.gan4j.config;

/** What both players have: a network, an optimiser, and their updates per step. */
public sealed interface PlayerConfig permits GeneratorConfig, DiscriminatorConfig {

  /** Returns the hidden layers. */
  NetworkConfig network();

  /** Returns the optimiser. */
  OptimizerConfig optimizer();

  /** Returns how often the player is updated a step, each time with another batch. */
  int updatesPerStep();
}
