package io.github.gan4j.engine;

import io.github.gan4j.config.OptimizerConfig;
import java.util.Set;

/**
 * Supplies networks and the memory of their inputs and outputs. The training algorithm is not the
 * engine's: it knows no loss, and gan-api drives it.
 *
 * <p>An engine may be shared by threads; what it makes may not, but for {@linkplain
 * Capability#CONCURRENT_INFERENCE inference passes}.
 */
public interface GanEngine extends AutoCloseable {

  /** Returns the engine's short name, such as {@code dl4j}. */
  String id();

  /** Returns one line for logs: versions, kernels, threads. */
  String description();

  /**
   * Returns one line that names what the bits of results depend on. Engines of the same numerics
   * repeat each other's runs to the bit, at least on the same machine; checkpoints record it, and
   * who resumes a run with other numerics is warned.
   */
  default String numerics() {
    return description();
  }

  /** Returns what this engine can do. */
  Set<Capability> capabilities();

  /**
   * Returns a new matrix of zeros.
   *
   * @param rows at least 0
   * @param columns at least 1
   */
  Tensor allocate(int rows, int columns);

  /** Returns a new network of zeros that only generates. */
  Network network(NetworkSpec spec);

  /**
   * Returns a new network of zeros that trains.
   *
   * @param optimizer what updates do; its limit to the gradient's norm is the caller's business
   * @param averaging the EMA decay of the running average an update, in [0, 1)
   */
  TrainableNetwork trainable(NetworkSpec spec, OptimizerConfig optimizer, double averaging);

  /**
   * Ends the threads. A second call does nothing; any use after it, of the engine, its networks or
   * its tensors' values, throws an {@link IllegalStateException}. Memory goes with the networks
   * that are closed, or with the garbage collector.
   */
  @Override
  void close();
}
