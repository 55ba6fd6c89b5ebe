package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;

/**
 * Points in the plane as images of one row and two columns, x and y.
 *
 * @param values x and y in turn, kept as they are
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Points(float[] values) implements ImageSource {
  static final ImageShape SHAPE = ImageShape.grey(1, 2);
  static final int MAX = DatasetRandom.MOST / 2;

  /** Refuses what cannot be a number of points. */
  static void checkSize(int size) {
    if (size < 1 || size > MAX) {
      throw new IllegalArgumentException("size must be from 1 to %s, was %s".formatted(MAX, size));
    }
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public int count() {
    return values.length / 2;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    into[offset] = values[2 * index];
    into[offset + 1] = values[2 * index + 1];
  }
}
