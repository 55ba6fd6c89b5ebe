package io.github.gan4j.cpu.internal.kernel;

/**
 * {@code DropoutMask} over a row: the same arithmetic, in loops that vectorise. A test holds the
 * two against each other.
 */
public final class DropoutKernels {
  private static final int MIX_1 = 0x7feb352d;
  private static final int MIX_2 = 0x846ca68b;

  private DropoutKernels() {}

  /**
   * Writes 1 for each output of a row that is kept, 0 for each that is dropped.
   *
   * @param first {@code row * width}, wrapping around
   */
  public static void keep(int[] kept, int key0, int key1, int first, int threshold, int n) {
    for (int i = 0; i < n; i++) {
      int x = (first + i) ^ key0;
      x = (x ^ (x >>> 16)) * MIX_1;
      x = (x ^ (x >>> 15)) * MIX_2;
      x = (x ^ (x >>> 16)) + key1;
      x = (x ^ (x >>> 16)) * MIX_1;
      x = (x ^ (x >>> 15)) * MIX_2;
      x ^= x >>> 16;
      // The sign bit of the difference says dropped; both are below 2^24.
      kept[i] = 1 + (((x >>> 8) - threshold) >> 31);
    }
  }

  /** Writes the factor of each output: scale where kept, 0 where dropped. */
  public static void factors(float[] factor, int[] kept, float scale, int n) {
    for (int i = 0; i < n; i++) {
      factor[i] = kept[i] * scale;
    }
  }
}
