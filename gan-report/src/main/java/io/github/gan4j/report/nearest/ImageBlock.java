package io.github.gan4j.report.nearest;

import io.github.gan4j.data.Dataset;
import java.util.Arrays;

/**
 * Some images of a dataset, as floats, laid out so that one image is compared with all of them at
 * once: the loops run over the images, with neighbouring memory, and the compiler makes them wide.
 */
final class ImageBlock {
  /** About what a processor's second cache holds. */
  private static final int VALUES = 1 << 18;

  private static final int MOST_IMAGES = 256;
  private static final int FEWEST_IMAGES = 16;

  private final int size;
  private final int capacity;
  private final float[] rows;
  private final float[][] columns;
  private final float[] sums;
  private final double slack;
  private int first;
  private int count;

  /** Makes room for images of so many values. */
  ImageBlock(int size) {
    this.size = size;
    capacity = capacity(size);
    rows = new float[Math.multiplyExact(capacity, size)];
    columns = new float[size][capacity];
    sums = new float[capacity];
    // Each of a sum's roundings is by half of 2^-23 at most; this is more than all together.
    slack = 1 + (size + 8) * 0x1p-23;
  }

  /** Returns how many images a block holds. */
  static int capacity(int size) {
    return Math.max(FEWEST_IMAGES, Math.min(MOST_IMAGES, VALUES / size));
  }

  int capacity() {
    return capacity;
  }

  /** Replaces the images. */
  void read(Dataset dataset, int newFirst, int newCount) {
    first = newFirst;
    count = newCount;
    for (int i = 0; i < count; i++) {
      dataset.read(first + i, rows, i * size);
    }
    for (int value = 0; value < size; value++) {
      float[] column = columns[value];
      for (int i = 0; i < count; i++) {
        column[i] = rows[i * size + value];
      }
    }
  }

  /** Offers those images that may be near enough, with their distances to full precision. */
  void compare(float[] image, Nearest nearest) {
    Arrays.fill(sums, 0);
    int value = 0;
    for (; value <= size - 4; value += 4) {
      addSquares(image, value);
    }
    for (; value < size; value++) {
      addSquares(image[value], columns[value]);
    }
    for (int i = 0; i < count; i++) {
      if (sums[i] <= nearest.limit() * slack) {
        nearest.offer(first + i, square(image, i * size));
      }
    }
  }

  /** Adds the squared differences of four values, with one reading of the sums for all. */
  private void addSquares(float[] image, int value) {
    float v0 = image[value];
    float v1 = image[value + 1];
    float v2 = image[value + 2];
    float v3 = image[value + 3];
    float[] c0 = columns[value];
    float[] c1 = columns[value + 1];
    float[] c2 = columns[value + 2];
    float[] c3 = columns[value + 3];
    float[] s = sums;
    for (int i = 0; i < s.length; i++) {
      float d0 = v0 - c0[i];
      float d1 = v1 - c1[i];
      float d2 = v2 - c2[i];
      float d3 = v3 - c3[i];
      s[i] += (d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3);
    }
  }

  private void addSquares(float value, float[] column) {
    for (int i = 0; i < sums.length; i++) {
      float difference = value - column[i];
      sums[i] += difference * difference;
    }
  }

  private double square(float[] image, int offset) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double difference = (double) image[i] - rows[offset + i];
      sum += difference * difference;
    }
    return sum;
  }
}
