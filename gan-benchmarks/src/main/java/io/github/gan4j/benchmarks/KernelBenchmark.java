package io.github.gan4j.benchmarks;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.internal.kernel.ActivationKernels;
import io.github.gan4j.cpu.internal.kernel.AdamKernel;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine's elementwise kernels over 65,536 floats, on one thread.
 *
 * <p>They write over their input, so that a benchmark's next call sees what its last one left; the
 * kernels have no branches, so that this does not change their speed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  private static final int SIZE = 65_536;
  private static final UpdateNumbers NUMBERS =
      UpdateNumbers.of(OptimizerConfig.adam(2e-4, 0.5, 0.999), 0, 1000, 1, 1);

  private final float[] values = new float[SIZE];
  private final float[] gradient = new float[SIZE];
  private final float[] mean = new float[SIZE];
  private final float[] square = new float[SIZE];
  private final float[] marks = new float[SIZE];

  /** Draws values and gradients. */
  @Setup(Level.Iteration)
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < SIZE; i++) {
      values[i] = (float) random.nextGaussian();
      gradient[i] = (float) random.nextGaussian();
      mean[i] = 0;
      square[i] = 0;
    }
  }

  /** Measures Adam's update. */
  @Benchmark
  public float[] adam() {
    AdamKernel.update(values, gradient, mean, square, NUMBERS, marks, SIZE);
    return values;
  }

  /** Measures the leaky rectifier. */
  @Benchmark
  public float[] leakyRelu() {
    ActivationKernels.leakyRelu(values, 0.2f, SIZE);
    return values;
  }

  /** Measures the hyperbolic tangent. */
  @Benchmark
  public float[] tanh() {
    ActivationKernels.tanh(values, SIZE);
    return values;
  }
}
