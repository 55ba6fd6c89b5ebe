package io.github.gan4j.cpu.internal.memory;

/** Values that stand together, as a part of a flat vector. */
public interface Segment {

  /** Returns the number of values. */
  int size();

  /** Reads all values. */
  void copyTo(float[] target, int offset);

  /** Sets all values. */
  void copyFrom(float[] source, int offset);
}
