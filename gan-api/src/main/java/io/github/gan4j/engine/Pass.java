package io.github.gan4j.engine;

/**
 * A forward pass over batches of rows of a network as it generates: running statistics for batch
 * normalisation, no dropout. Holds the memory that the way needs. Not thread-safe.
 */
public interface Pass extends AutoCloseable {

  /** Returns the largest number of rows that fits. */
  int rows();

  /**
   * Maps rows to rows. What is not a number comes through every activation, a rectifier included,
   * as not a number: a run that has diverged must show it.
   *
   * @param in at most {@link #rows()} rows of the network's inputs
   * @param out as many rows of the network's outputs; overwritten; must not overlap {@code in}
   * @throws IllegalArgumentException if a shape does not fit, or a tensor is of another kind of
   *     engine
   * @throws IllegalStateException if the pass or its network is closed
   */
  void forward(Tensor in, Tensor out);

  /** Frees the memory. A second call does nothing. */
  @Override
  void close();
}
