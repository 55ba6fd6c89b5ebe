package io.github.gan4j.engine;

/**
 * A network in an engine's memory. New ones hold zeros. Not thread-safe, but for inference passes
 * of engines that are capable of {@link Capability#CONCURRENT_INFERENCE}: several threads may make
 * some, and use one each, at the same time. What they give is the same, to the bit, as one after
 * the other; values are not written meanwhile.
 */
public interface Network extends AutoCloseable {

  /** Returns the layers. */
  NetworkSpec spec();

  /**
   * Returns the trained values, in the order of {@link NetworkSpec#parameters()}. Writing them ends
   * all forward passes before, forgets the weight gradients that wait for an update, and restarts a
   * running average from the values written.
   */
  FlatVector parameters();

  /**
   * Returns the recorded values, in the order of {@link NetworkSpec#buffers()}. Writing them
   * restarts a running average from the values written and, if weights are divided by their
   * {@linkplain SpectralNorm spectral norm}, ends all forward passes before.
   */
  FlatVector buffers();

  /**
   * Returns a new forward pass for up to {@code maxRows} rows as the network generates, with the
   * values as they are, not their average. What rows give does not depend on {@code maxRows}, to
   * the bit.
   *
   * @throws IllegalArgumentException if {@code maxRows < 1}
   */
  Pass inferencePass(int maxRows);

  /**
   * Frees the network's memory and its passes. A second call does nothing; any other use after it,
   * of the network, its passes or its vectors, throws an {@link IllegalStateException}.
   */
  @Override
  void close();
}
