package io.github.gan4j.cpu;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.dense.DenseNetwork;
import io.github.gan4j.cpu.internal.dense.TrainableDenseNetwork;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.EngineException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The dense engine: columns of a layer, and then tiles of the weights, are dealt out to a team of
 * threads, each of which multiplies on its own, by OpenBLAS or by the {@link Kernels} chosen.
 *
 * <p>Thread-safe; what it makes is not. Memory is freed when a network is closed, or by the garbage
 * collector. The same calls give the same bits on the same machine with the same number of threads;
 * {@link Kernels#VECTOR} promises more.
 */
public final class CpuEngine implements GanEngine {
  /** The system property that sets the number of threads where nobody did in code. */
  public static final String THREADS_PROPERTY = "gan4j.threads";

  private final WorkerTeam team;
  private final Kernels kernels;
  private final Arithmetic arithmetic;

  /**
   * Makes one with as many threads as the system property {@value #THREADS_PROPERTY} says, or else
   * as there are processors.
   *
   * @throws io.github.gan4j.error.EngineException if the native library cannot be loaded
   */
  public CpuEngine() {
    this(Threads.byDefault());
  }

  /**
   * Makes one.
   *
   * @param threads how many threads work together, the calling one included; at least 1
   * @throws io.github.gan4j.error.EngineException if the native library cannot be loaded
   */
  public CpuEngine(int threads) {
    this(threads, KernelChoice.byDefault());
  }

  /**
   * Makes one with as many threads as {@link #CpuEngine()} does.
   *
   * @param kernels what multiplies
   * @throws io.github.gan4j.error.EngineException if these kernels cannot be had
   */
  public CpuEngine(Kernels kernels) {
    this(Threads.byDefault(), kernels);
  }

  /**
   * Makes one.
   *
   * @param threads how many threads work together, the calling one included; at least 1
   * @param kernels what multiplies
   * @throws io.github.gan4j.error.EngineException if these kernels cannot be had
   */
  public CpuEngine(int threads, Kernels kernels) {
    this(threads, KernelChoice.of(kernels));
  }

  private CpuEngine(int threads, KernelChoice choice) {
    team = new WorkerTeam(Threads.check("threads", threads));
    kernels = choice.kernels();
    arithmetic = choice.arithmetic();
  }

  /** Returns the kernels that multiply, whoever chose them. */
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public String id() {
    return CpuEngineProvider.ID;
  }

  @Override
  public String description() {
    return "cpu (%s, %s %s)"
        .formatted(arithmetic.description(), team.size(), team.size() == 1 ? "thread" : "threads");
  }

  /** The Vector API gives the same bits whatever its width, with any number of threads. */
  @Override
  public String numerics() {
    return kernels == Kernels.VECTOR ? kernels.toString() : description();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Tensor allocate(int rows, int columns) {
    team.checkOpen();
    return arithmetic.allocate(rows, columns, team::checkOpen);
  }

  @Override
  public Network network(NetworkSpec spec) {
    return withRoom(spec, () -> new DenseNetwork(spec, arithmetic, team));
  }

  @Override
  public TrainableNetwork trainable(NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
    return withRoom(
        spec, () -> new TrainableDenseNetwork(spec, optimizer, averaging, arithmetic, team));
  }

  private static <N extends Network> N withRoom(NetworkSpec spec, Supplier<N> network) {
    try {
      return network.get();
    } catch (OutOfMemoryError e) {
      throw new EngineException(
          "no room for a network of "
              + spec.parameterCount()
              + " parameters, of 4 bytes each and up to four times so much when it trains: "
              + e.getMessage()
              + "; the heap has at most "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB: start Java with a larger -Xmx, which also limits native memory unless"
              + " -Dorg.bytedeco.javacpp.maxBytes does",
          e);
    }
  }

  @Override
  public void close() {
    team.close();
  }

  /** Returns the {@link #description()}. */
  @Override
  public String toString() {
    return description();
  }
}
