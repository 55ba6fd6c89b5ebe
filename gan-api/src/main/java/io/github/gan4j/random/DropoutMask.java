package io.github.gan4j.random;

/**
 * Which outputs a training pass drops: a function of (dropout seed, layer, row, column) that every
 * engine computes alike, in 32-bit integer arithmetic that vectorises.
 *
 * <p>The mixing function is the low-bias 32-bit hash found by C. Wellons's hash prospector (2018),
 * applied twice, with a key each time.
 */
public final class DropoutMask {
  /**
   * The largest rate, 1 − 2⁻²⁴: of the 2²⁴ values that an output's bits can take, one keeps it. Any
   * rate above would drop everything.
   */
  public static final double LARGEST_RATE = 1 - 0x1p-24;

  private static final int MIX_1 = 0x7feb352d;
  private static final int MIX_2 = 0x846ca68b;
  private static final int GOLDEN = 0x9E3779B9;

  private DropoutMask() {}

  /** Returns the first key of a layer. */
  public static int key0(long dropoutSeed, int layer) {
    return mix((int) dropoutSeed + layer * GOLDEN);
  }

  /** Returns the second key of a layer. */
  public static int key1(long dropoutSeed, int layer) {
    return mix((int) (dropoutSeed >>> 32) ^ (layer * MIX_1));
  }

  /**
   * Returns the 32 random bits of one output.
   *
   * @param index {@code row * width + column}, wrapping around
   */
  public static int bits(int key0, int key1, int index) {
    return mix(mix(index ^ key0) + key1);
  }

  /**
   * Returns the number below which {@code bits >>> 8} means dropped.
   *
   * @param rate the share of outputs to drop, from 0 to {@link #LARGEST_RATE}
   * @throws IllegalArgumentException if it is outside
   */
  public static int threshold(double rate) {
    if (!(rate >= 0 && rate <= LARGEST_RATE)) {
      throw new IllegalArgumentException(
          "dropout rate must be in [0, 1 - 2^-24], or nothing would be kept, was " + rate);
    }
    return (int) Math.round(rate * (1 << 24));
  }

  private static int mix(int value) {
    int x = value;
    x = (x ^ (x >>> 16)) * MIX_1;
    x = (x ^ (x >>> 15)) * MIX_2;
    return x ^ (x >>> 16);
  }
}
