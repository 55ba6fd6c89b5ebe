package io.github.gan4j.dl4j;

import io.github.gan4j.dl4j.internal.arithmetic.Arithmetic;
import io.github.gan4j.dl4j.internal.arithmetic.BlasArithmetic;
import io.github.gan4j.dl4j.internal.arithmetic.VectorArithmetic;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.vector.VectorApi;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an engine multiplies matrices with. Where nobody says, the system property {@value
 * #PROPERTY} does ({@code vector} or {@code openblas}), or else what is fastest here.
 */
public enum Kernels {
  /**
   * The JDK's Vector API, which is there when Java starts with {@code --add-modules
   * jdk.incubator.vector}. The same bits on every processor and with any number of threads.
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
   * OpenBLAS, native code, which comes with this engine's dependencies. The same bits on the same
   * machine with the same number of threads.
   */
  OPENBLAS {
    @Override
    Arithmetic arithmetic() {
      return new BlasArithmetic();
    }
  };

  /** The system property that chooses where nobody did in code. */
  public static final String PROPERTY = "gan4j.kernels";

  private static final Logger LOG = LoggerFactory.getLogger(Kernels.class);

  private static final AtomicBoolean HINTED = new AtomicBoolean();

  /** With shorter vectors OpenBLAS is faster. */
  private static final int FEWEST_LANES = 16;

  abstract Arithmetic arithmetic();

  /**
   * Returns what the system property says, or else what is fastest here.
   *
   * @throws IllegalArgumentException if the property is neither of the names
   */
  public static Kernels byDefault() {
    String given = System.getProperty(PROPERTY);
    if (given == null) {
      return fastest();
    }
    for (Kernels kernels : values()) {
      if (kernels.toString().equals(given)) {
        return kernels;
      }
    }
    throw new IllegalArgumentException(
        "%s must be %s or %s, was %s".formatted(PROPERTY, VECTOR, OPENBLAS, given));
  }

  private static Kernels fastest() {
    if (VectorApi.isAvailable()) {
      return VectorApi.lanes() >= FEWEST_LANES ? VECTOR : OPENBLAS;
    }
    if (HINTED.compareAndSet(false, true)) {
      LOG.info(
          "multiplying by OpenBLAS; with AVX-512, java --add-modules {} is faster",
          VectorApi.MODULE);
    }
    return OPENBLAS;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
