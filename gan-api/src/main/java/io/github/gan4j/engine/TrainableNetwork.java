package io.github.gan4j.engine;

/** A network with its optimiser and the running average of its values. Not thread-safe. */
public interface TrainableNetwork extends Network {

  /** Returns a new way for batches of {@code rows} rows, at least 1, as the network trains. */
  TrainingPass trainingPass(int rows);

  /**
   * Applies the summed weight gradients of all passes gone backward with {@code KEEP} since the
   * last update, then moves the running average.
   *
   * @param step which update this is, from 1 on; Adam's bias correction uses it
   * @throws IllegalStateException if no pass went backward with {@code KEEP}
   */
  void update(long step);

  /**
   * Writes the summed weight gradients that the next {@link #update} would apply, in the order of
   * {@link NetworkSpec#parameters()}, and applies nothing.
   *
   * @throws IllegalStateException if no pass went backward with {@code KEEP}
   */
  void readGradient(float[] into);

  /** Returns Adam's first moments, then its second moments, each in the parameters' order. */
  FlatVector optimizerState();

  /**
   * Returns the exponential moving average of the parameters; with a decay of 0, the parameters.
   */
  FlatVector averagedParameters();

  /** Returns the exponential moving average of the buffers; with a decay of 0, the buffers. */
  FlatVector averagedBuffers();
}
