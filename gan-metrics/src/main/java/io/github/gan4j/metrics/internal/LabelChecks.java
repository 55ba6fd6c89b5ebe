package io.github.gan4j.metrics.internal;

import io.github.gan4j.internal.argument.Arguments;

/** The check of labels that all metrics of labels share. */
public final class LabelChecks {
  private LabelChecks() {}

  /**
   * Refuses labels that are missing or out of range.
   *
   * @param field what messages call the labels
   * @param labels at least one, each from 0 to {@code count - 1}
   * @param countField what messages call the number of classes
   * @param count at least 1
   */
  public static void check(String field, int[] labels, String countField, int count) {
    Arguments.notNull(field, labels);
    if (count < 1) {
      throw new IllegalArgumentException(countField + " must be at least 1, was " + count);
    }
    if (labels.length == 0) {
      throw new IllegalArgumentException(field + " must hold at least 1 label, held 0");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= count) {
        throw new IllegalArgumentException(
            "%s[%s] must be from 0 to %s, was %s".formatted(field, i, count - 1, labels[i]));
      }
    }
  }
}
