package io.github.gan4j;

import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run that its owner drives. Not thread-safe, but for {@link Run#requestStop()}; events reach the
 * listeners on the calling thread.
 */
public interface Trainer extends AutoCloseable {

  /** Returns the run as its listeners see it. */
  Run run();

  /** Returns how many steps have been done. */
  long steps();

  /** Returns whether the run is over: all steps done, asked to stop, or failed. */
  boolean finished();

  /**
   * Does one step and tells the listeners. If the step diverges and the run goes back ({@link
   * GanBuilder#rollBacks}), the step after the state to which it went back is done instead.
   *
   * @return what the step found
   * @throws IllegalStateException if the run is over or the trainer closed
   * @throws io.github.gan4j.error.TrainingDivergedException if a loss, a gradient or a weight
   *     becomes infinite or NaN; then the run is over
   */
  LossEvent step();

  /**
   * Does all steps that are left, tells the listeners of the end, and returns what came of the run.
   * After a run that was over before, this only returns it. If the thread is interrupted, the run
   * stops after the step as if {@link Run#requestStop()} had been called, and the thread is
   * interrupted still when this returns.
   *
   * @throws IllegalStateException if the trainer is closed, or the run failed before
   * @throws io.github.gan4j.error.TrainingDivergedException if a loss, a gradient or a weight
   *     becomes infinite or NaN
   */
  TrainedGan train();

  /**
   * Returns the players as they are now. They stay as they are, and usable, when training goes on
   * or the trainer is closed.
   *
   * @throws IllegalStateException if the trainer is closed
   */
  TrainedGan snapshot();

  /**
   * Returns the layers and values of the generator as the optimiser left it, without the running
   * average that {@link #snapshot()} has. Inputs and outputs are those of {@link
   * TrainedGan#generatorNetwork()}. That of a checkpoint is had by {@code
   * Gan.resume(folder).trainer(data).generatorNetwork()}.
   *
   * @throws IllegalStateException if the trainer is closed
   */
  TrainedNetwork generatorNetwork();

  /**
   * Saves the whole state of the run to a file, whole or not at all, with which {@link Gan#resume}
   * goes on; an existing file is replaced.
   *
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if the run failed, the trainer is closed, or a listener calls
   *     this within a step
   */
  void checkpoint(Path file) throws IOException;

  /** Ends a run that is not over, and frees its memory. A second call does nothing. */
  @Override
  void close();
}
