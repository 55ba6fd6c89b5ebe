package io.github.gan4j.training;

/**
 * A run is about to save its state.
 *
 * @param run the run
 * @param step the steps done, all of which the state contains
 */
public record CheckpointEvent(Run run, long step) {}
