package io.github.gan4j.training;

/**
 * Told of a run's progress, on the thread that trains.
 *
 * <p>An exception that a listener throws is logged once, with the listener, the event and the step;
 * it harms neither the run nor the other listeners. An {@link Error} ends the run.
 */
public interface TrainingListener {

  /** The run is about to do its first step, or the first since it was resumed. */
  default void onRunStarted(Run run) {}

  /** A step has been done. */
  default void onLoss(LossEvent event) {}

  /** An epoch has been done. */
  default void onEpoch(EpochEvent event) {}

  /** The run has ended, whatever the reason. */
  default void onRunEnded(RunEndedEvent event) {}
}
