package io.github.gan4j.engine;

/** A network with its optimiser and the running average of its values. Not thread-safe. */
public interface TrainableNetwork extends Network {

  /**
   * Returns a new forward and backward pass over batches of {@code rows} rows.
   *
   * @throws IllegalArgumentException if {@code rows < 1}, or {@code rows < 2} with batch
   *     normalisation: one row has no variance
   */
  TrainingPass trainingPass(int rows);

  /**
   * Applies the summed weight gradients of all backward passes with {@code KEEP} since the last
   * update, has each {@linkplain SpectralNorm spectral normalisation} follow its weight by one
   * iteration, then moves the running averages of parameters and buffers: average = d · average +
   * (1 − d) · value, where d is the smaller of the network's decay and (1 + step) / (10 + step), so
   * that the first values are soon forgotten.
   *
   * @param step which update this is; Adam's bias correction and the average use it
   * @param rateFactor what the optimiser's learning rate is multiplied by; positive and finite
   * @param gradientFactor what the gradient is multiplied by before all else; positive and finite
   * @return whether parameters, buffers and the optimiser's state are all finite now, and weights
   *     can be divided by their spectral norms; then the gradient was finite, too. If not, they are
   *     what the update made of them
   * @throws IllegalArgumentException if {@code step < 1} or a factor is out of range
   * @throws IllegalStateException if no pass went backward with {@code KEEP}, or the network is
   *     closed
   */
  boolean update(long step, double rateFactor, double gradientFactor);

  /** Does the same with the gradient as it is. */
  default boolean update(long step, double rateFactor) {
    return update(step, rateFactor, 1);
  }

  /**
   * Returns the Euclidean norm of the gradient that {@link #readGradient} would write, all
   * parameters together, and applies nothing. It is infinite or NaN if the gradient is not finite,
   * and only then: squares are summed in double precision.
   *
   * @throws IllegalStateException if no pass went backward with {@code KEEP}, or the network is
   *     closed
   */
  double gradientNorm();

  /**
   * Writes the summed weight gradients that the next {@link #update} would apply, in the order of
   * {@link NetworkSpec#parameters()}, and applies nothing.
   *
   * @throws IndexOutOfBoundsException if {@code into} is short
   * @throws IllegalStateException if no pass went backward with {@code KEEP}, or the network is
   *     closed
   */
  void readGradient(float[] into);

  /**
   * Returns the optimiser's two vectors, each in the parameters' order, whatever its method: the
   * running means of the gradients with decay {@code beta1}, then those of their squares with decay
   * {@code beta2}. Of SGD the first are (1 − momentum) times what is called its velocity or its
   * momentum buffer, and the second stay 0.
   */
  FlatVector optimizerState();

  /**
   * Returns the exponential moving average of the parameters; with a decay of 0, the parameters.
   * Writing it leaves the parameters as they are.
   */
  FlatVector averagedParameters();

  /**
   * Returns the exponential moving average of the buffers; with a decay of 0, the buffers. Writing
   * it leaves the buffers as they are.
   */
  FlatVector averagedBuffers();
}
