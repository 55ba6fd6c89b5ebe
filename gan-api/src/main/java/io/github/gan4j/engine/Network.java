package io.github.gan4j.engine;

/** A network in an engine's memory. New ones hold zeros. Not thread-safe. */
public interface Network extends AutoCloseable {

  /** Returns the layers. */
  NetworkSpec spec();

  /** Returns the trained values, in the order of {@link NetworkSpec#parameters()}. */
  FlatVector parameters();

  /** Returns the recorded values, in the order of {@link NetworkSpec#buffers()}. */
  FlatVector buffers();

  /** Returns a new way for up to {@code maxRows} rows, at least 1, as the network generates. */
  Pass inferencePass(int maxRows);

  /** Frees the network's memory and its passes. A second call does nothing. */
  @Override
  void close();
}
