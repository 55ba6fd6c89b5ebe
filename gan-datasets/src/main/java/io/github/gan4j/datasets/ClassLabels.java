package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One class an image, from 0 on, and what the classes are called. Immutable. */
final class ClassLabels {
  private final int[] labels;
  private final List<String> names;

  /** Keeps labels and names as they are; each label is known to have a name. */
  ClassLabels(int[] labels, List<String> names) {
    this.labels = labels;
    this.names = names;
  }

  /** Copies the labels of a dataset's first images; null if it has none. */
  static @Nullable ClassLabels of(Dataset dataset, int count) {
    return dataset.classes() == 0 ? null : of(dataset, count, dataset.classNames());
  }

  /** Copies the labels of a dataset's first images under other names. */
  static ClassLabels of(Dataset dataset, int count, List<String> names) {
    int[] labels = new int[count];
    Arrays.setAll(labels, dataset::label);
    return new ClassLabels(labels, names);
  }

  int classes() {
    return names.size();
  }

  List<String> names() {
    return names;
  }

  int label(int index) {
    return labels[index];
  }
}
