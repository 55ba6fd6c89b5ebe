package io.github.gan4j.vector;

/** Whether the Vector API is there, and how wide it is on this processor. */
public final class VectorApi {
  /** What the option {@code --add-modules} must name. */
  public static final String MODULE = "jdk.incubator.vector";

  private VectorApi() {}

  /** Returns whether Java was started with the Vector API. */
  public static boolean isAvailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /**
   * Returns the floats in a vector register: 16 with AVX-512, 8 with AVX2, 4 with NEON.
   *
   * @throws IllegalStateException if the Vector API is not there
   */
  public static int lanes() {
    if (!isAvailable()) {
      throw new IllegalStateException(
          "the Vector API is missing: start Java with --add-modules " + MODULE);
    }
    return MatrixProduct.LANES;
  }
}
