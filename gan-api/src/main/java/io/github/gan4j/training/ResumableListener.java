package io.github.gan4j.training;

/**
 * A listener that goes on where it was when its run was saved: its state is saved with the run's,
 * and given back to the listener of the same class, and of the same place among several of it, when
 * the run is resumed.
 */
public interface ResumableListener extends TrainingListener {

  /**
   * Returns what the listener must know again, as it is after the last step. What it writes to
   * files should be there up to that step.
   */
  byte[] state();

  /**
   * The run is about to do its first step since it was resumed; called instead of {@link
   * #onRunStarted} if there is a state. Or it went back to that state, while the listener listens;
   * then this comes after {@link #onRolledBack}.
   *
   * @param state what {@link #state()} of such a listener returned, perhaps of another version
   */
  void onRunResumed(Run run, byte[] state);
}
