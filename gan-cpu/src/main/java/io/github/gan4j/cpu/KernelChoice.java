package io.github.gan4j.cpu;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.engine.EngineWarnings;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.vector.VectorApi;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kernels that an engine has chosen.
 *
 * @param kernels which
 * @param arithmetic what they compute with
 */
record KernelChoice(Kernels kernels, Arithmetic arithmetic) {
  /** Floats of a vector of 512 bits. */
  private static final int LANES_THAT_PAY = 16;

  private static final AtomicBoolean SAID = new AtomicBoolean();

  /**
   * Returns a choice that was made in code.
   *
   * @throws EngineException if these kernels cannot be had
   */
  static KernelChoice of(Kernels kernels) {
    return new KernelChoice(kernels, kernels.arithmetic());
  }

  /**
   * Returns what the system property chooses, or else what the processor suggests.
   *
   * @throws IllegalArgumentException if the property names no kernels
   * @throws EngineException if none can be had
   */
  static KernelChoice byDefault() {
    String given = System.getProperty(Kernels.PROPERTY);
    if (given != null) {
      return of(byName(given));
    }
    return vectorsPay() ? of(Kernels.VECTOR) : openblasIfItLoads();
  }

  /**
   * The JVM says how wide vectors should be: not 512 bits on processors of the first generation of
   * AVX-512, which it knows to slow down then, nor where it does not compile vectors at all.
   */
  private static boolean vectorsPay() {
    return VectorApi.isAvailable() && VectorApi.lanes() >= LANES_THAT_PAY;
  }

  private static Kernels byName(String name) {
    for (Kernels kernels : Kernels.values()) {
      if (kernels.toString().equals(name)) {
        return kernels;
      }
    }
    throw new IllegalArgumentException(
        "%s must be one of %s, was %s"
            .formatted(Kernels.PROPERTY, Arrays.toString(Kernels.values()), name));
  }

  private static KernelChoice openblasIfItLoads() {
    try {
      return of(Kernels.OPENBLAS);
    } catch (EngineException e) {
      if (!VectorApi.isAvailable()) {
        throw e;
      }
      if (SAID.compareAndSet(false, true)) {
        EngineWarnings.warn(
            Kernels.class, "multiplying by the Vector API instead of OpenBLAS: " + e.getMessage());
      }
      return of(Kernels.VECTOR);
    }
  }
}
