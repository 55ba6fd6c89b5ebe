package io.github.gan4j.cpu;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Bfloat16Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.BlasArithmetic;
import io.github.gan4j.cpu.internal.arithmetic.VectorArithmetic;
import io.github.gan4j.cpu.internal.blas.Processor;
import io.github.gan4j.engine.EngineWarnings;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.vector.VectorApi;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The matrix kernels of an engine. Where nobody chooses in code, the system property {@value
 * #PROPERTY} does ({@code openblas}, {@code vector} or {@code bfloat16}), or else the processor:
 * {@link #VECTOR} where Java was started with the Vector API and has vectors of 512 bits, {@link
 * #OPENBLAS} elsewhere, and {@link #VECTOR} again where OpenBLAS cannot be loaded. No choice
 * depends on a timing.
 */
public enum Kernels {
  /**
   * OpenBLAS, native code, which comes with this engine's dependencies: fast from the first step.
   * The same bits on the same machine with the same number of threads.
   */
  OPENBLAS {
    @Override
    Arithmetic arithmetic() {
      return new BlasArithmetic();
    }
  },

  /**
   * The JDK's Vector API, which is there when Java starts with {@code --add-modules
   * jdk.incubator.vector}: no native code, and the same bits on every processor and with any number
   * of threads. A little faster than OpenBLAS with AVX-512, once the JVM has compiled it, which
   * takes a second or two, in which plain loops compute the same bits; slower with shorter vectors.
   */
  VECTOR {
    @Override
    Arithmetic arithmetic() {
      if (!VectorApi.isAvailable()) {
        throw new EngineException(
            "the kernels %s need the Vector API: start Java with --add-modules %s, or choose %s"
                .formatted(VECTOR, VectorApi.MODULE, OPENBLAS),
            null);
      }
      return new VectorArithmetic();
    }
  },

  /**
   * Intel's oneMKL with products of bfloat16, native code that the user adds to the class path: the
   * fastest where the processor has bfloat16 instructions, AMX above all, and the Vector API is
   * there to round. Operands of products are rounded to 8 bits of precision (Kalamkar et al., 2019,
   * arXiv:1905.12322); sums, weights and the optimiser stay in single precision. docs/benchmarks.md
   * says what that costs in quality. The same bits on the same machine with the same number of
   * threads.
   */
  BFLOAT16 {
    @Override
    Arithmetic arithmetic() {
      Arithmetic arithmetic = new Bfloat16Arithmetic();
      if (Processor.lacksBfloat16() && SAID_SLOW.compareAndSet(false, true)) {
        EngineWarnings.warn(
            Kernels.class,
            "this processor has no instructions for bfloat16: the kernels "
                + OPENBLAS
                + " will be faster");
      }
      return arithmetic;
    }
  };

  /** The system property that chooses where nobody did in code. */
  public static final String PROPERTY = "gan4j.kernels";

  private static final AtomicBoolean SAID_SLOW = new AtomicBoolean();

  /**
   * Returns an arithmetic that computes with them.
   *
   * @throws EngineException if they cannot be had
   */
  abstract Arithmetic arithmetic();

  /** Returns the name in lower case, as the system property has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
