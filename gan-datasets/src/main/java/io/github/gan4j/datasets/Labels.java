package io.github.gan4j.datasets;

import java.util.Arrays;

/** One class an image, from 0 to {@code classes() - 1}. Immutable. */
final class Labels {
  private final int[] labels;
  private final int classes;

  /** Keeps the labels as they are; they are known to be in range. */
  Labels(int[] labels, int classes) {
    this.labels = labels;
    this.classes = classes;
  }

  /** Makes as many classes as the largest label asks for. */
  static Labels ofBytes(byte[] bytes) {
    int[] labels = new int[bytes.length];
    Arrays.setAll(labels, i -> bytes[i] & 0xff);
    return new Labels(labels, Arrays.stream(labels).max().orElse(-1) + 1);
  }

  int classes() {
    return classes;
  }

  int label(int index) {
    return labels[index];
  }
}
