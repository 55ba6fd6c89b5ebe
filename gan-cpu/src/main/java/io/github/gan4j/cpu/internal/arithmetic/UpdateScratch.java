package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import java.util.Arrays;

/**
 * A worker's arrays while it updates values that stand outside of the heap, and what it found out
 * about them. Not thread-safe.
 */
public final class UpdateScratch {
  /** Values at once on the heap: four arrays of this fit the first-level cache. */
  static final int CHUNK = 2_048;

  final float[] gradient = new float[CHUNK];
  final float[] values = new float[CHUNK];

  /** NaN where something was not finite, 0 elsewhere. */
  final float[] nonFinite = new float[CHUNK];

  private boolean finite = true;

  /** Takes note of whether some values were finite. */
  public void note(boolean areFinite) {
    finite &= areFinite;
  }

  /** Returns whether everything since the last call was finite. */
  public boolean takeFinite() {
    boolean all = finite && VectorKernels.allFinite(nonFinite, CHUNK);
    if (!all) {
      Arrays.fill(nonFinite, 0);
      finite = true;
    }
    return all;
  }
}
