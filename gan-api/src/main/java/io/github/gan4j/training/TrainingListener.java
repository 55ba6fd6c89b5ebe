package io.github.gan4j.training;

/**
 * Told of a run's progress, on the thread that trains.
 *
 * <p>An exception that a listener throws, a checked one too, is logged once, with the listener, the
 * event and the step, and kept in {@link Run#listenerFailures()} and {@code
 * TrainedGan.listenerFailures()}; it harms neither the run nor the other listeners. An {@link
 * InterruptedException} interrupts the thread that trains, which ends the run after its step. An
 * {@link Error} ends the run.
 */
public interface TrainingListener {

  /** The run is about to do its first step, or the first since it was resumed. */
  default void onRunStarted(Run run) {}

  /** A step has been done. */
  default void onLoss(LossEvent event) {}

  /** An epoch has been done. */
  default void onEpoch(EpochEvent event) {}

  /**
   * A step diverged, and the run goes back to a state that it had saved ({@code
   * GanBuilder.rollBacks}). Steps after that state are about to be done again. A {@link
   * ResumableListener} gets its own state back next, as if the run had been resumed.
   */
  default void onRolledBack(Run run, RollBack rollBack) {}

  /** The run has ended, whatever the reason. */
  default void onRunEnded(RunEndedEvent event) {}
}
