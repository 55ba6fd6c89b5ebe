package io.github.gan4j.metrics.nearest;

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
  void compare(float[] image, TopMatches nearest) {
    Arrays.fill(sums, 0);
    for (int value = 0; value < size; value++) {
      addSquares(sums, image[value], columns[value]);
    }
    for (int i = 0; i < count; i++) {
      if (sums[i] <= nearest.limit() * slack) {
        nearest.offer(first + i, square(image, i * size));
      }
    }
  }

  /** One column at a time: of four, with fewer passes over the sums, Java 17 makes no wide loop. */
  private static void addSquares(float[] sums, float value, float[] column) {
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
