package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One class an image, from 0 to {@code classes() - 1}. Immutable. */
final class Labels {
  private final int[] labels;
  private final int classes;

  /** Keeps the labels as they are; they are known to be in range. */
  Labels(int[] labels, int classes) {
    this.labels = labels;
    this.classes = classes;
  }

  /** Copies the labels of a dataset's first images; null if it has none. */
  static @Nullable Labels of(Dataset dataset, int count) {
    if (dataset.classes() == 0) {
      return null;
    }
    int[] labels = new int[count];
    Arrays.setAll(labels, dataset::label);
    return new Labels(labels, dataset.classes());
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
