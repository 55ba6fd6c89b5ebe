package io.github.gan4j.dl4j.internal.arithmetic;

/** A worker's arrays while it updates values that stand outside of the heap. */
public final class UpdateScratch {
  /** Values at once on the heap: four arrays of this fit the first-level cache. */
  static final int CHUNK = 2_048;

  final float[] gradient = new float[CHUNK];
  final float[] values = new float[CHUNK];
}
