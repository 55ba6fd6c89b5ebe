package io.github.gan4j.report.samples;

import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.training.Run;

/**
 * How many images a picture shows.
 *
 * @param rows images from top to bottom, at least 1; as many more as there are classes
 * @param columns images from left to right, at least 1
 */
record GridSize(int rows, int columns) {
  static final GridSize DEFAULT = new GridSize(8, 8);

  /** The seed of the latent vectors that all listeners keep to, at whatever step. */
  static final long FIXED_SEED = 64;

  GridSize {
    atLeastOne("grid rows", rows);
    atLeastOne("grid columns", columns);
    if ((long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "grid must have at most 2147483647 images, had " + (long) rows * columns);
    }
  }

  /** Returns how a run's images are laid out: with classes, all of them have a row. */
  GridLayout layout(Run run) {
    return GridLayout.of(run, rows, columns);
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
  }
}
