package io.github.gan4j.benchmarks;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.BlasArithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.arithmetic.VectorArithmetic;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The three products of a layer of 784 inputs and 512 outputs, on one thread, everything in the
 * core's own cache: 51 million operations for each 64 rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductBenchmark {
  private static final int INPUTS = 784;
  private static final int OUTPUTS = 512;

  /** What multiplies. */
  @Param({"openblas", "vector"})
  public String kernels = "openblas";

  /** The batch. */
  @Param({"64", "128"})
  public int rows;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Multiplier multiplier;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private ForwardInput form;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Matrix in;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Matrix out;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Matrix inGradient;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Weight weight;

  @SuppressWarnings("NullAway.Init") // Set by fill().
  private Weight gradient;

  /** Draws operands. */
  @Setup
  public void fill() {
    Arithmetic arithmetic =
        kernels.equals("vector") ? new VectorArithmetic() : new BlasArithmetic();
    arithmetic.beforeWork();
    multiplier = arithmetic.multiplier();
    in = arithmetic.allocate(rows, INPUTS);
    out = arithmetic.allocate(rows, OUTPUTS);
    inGradient = arithmetic.allocate(rows, INPUTS);
    weight = arithmetic.allocateWeight(OUTPUTS, INPUTS);
    gradient = arithmetic.allocateWeight(OUTPUTS, INPUTS);
    Random random = new Random(1);
    in.copyFrom(values(random, rows * INPUTS), 0);
    out.copyFrom(values(random, rows * OUTPUTS), 0);
    weight.copyFrom(values(random, OUTPUTS * INPUTS), 0);
    form = arithmetic.forwardInput(rows, INPUTS);
    form.take(in, rows, 0, INPUTS);
  }

  private static float[] values(Random random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Measures the way there, in pieces of 128 outputs. */
  @Benchmark
  public Matrix forward() {
    for (int from = 0; from < OUTPUTS; from += 128) {
      multiplier.forward(rows, in, form, weight, from, 128, out);
    }
    return out;
  }

  /** Measures the way back to the inputs, in pieces of 128 of them. */
  @Benchmark
  public Matrix backward() {
    for (int from = 0; from < INPUTS; from += 128) {
      multiplier.backward(rows, out, weight, from, Math.min(128, INPUTS - from), inGradient);
    }
    return inGradient;
  }

  /** Measures the weight's gradient. */
  @Benchmark
  public Weight weightGradient() {
    multiplier.weightGradient(rows, out, 0, OUTPUTS, in, gradient, false);
    return gradient;
  }
}
