package io.github.gan4j.engine;

/**
 * A network's values of one sort as one vector in a stable, documented order. Checkpoints, weight
 * averaging and export stand on it. Not thread-safe.
 */
public interface FlatVector {

  /** Returns the number of values. */
  int size();

  /**
   * Reads all values into the first {@code size()} places of {@code target}.
   *
   * @throws IndexOutOfBoundsException if {@code target} is short
   */
  void copyTo(float[] target);

  /**
   * Sets all values from the first {@code size()} places of {@code source}.
   *
   * @throws IndexOutOfBoundsException if {@code source} is short
   */
  void copyFrom(float[] source);

  /** Returns all values as a new array. */
  default float[] toArray() {
    float[] values = new float[size()];
    copyTo(values);
    return values;
  }
}
