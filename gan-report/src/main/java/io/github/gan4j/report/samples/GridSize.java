package io.github.gan4j.report.samples;

import io.github.gan4j.image.Images;
import io.github.gan4j.training.Run;

/**
 * How many images a picture shows.
 *
 * @param rows images from top to bottom, at least 1
 * @param columns images from left to right, at least 1
 */
record GridSize(int rows, int columns) {
  static final GridSize DEFAULT = new GridSize(8, 8);

  /** The seed of the latent vectors that all listeners keep to. */
  private static final long FIXED_SEED = 64;

  GridSize {
    atLeastOne("grid rows", rows);
    atLeastOne("grid columns", columns);
    if ((long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "grid must have at most 2147483647 images, had " + (long) rows * columns);
    }
  }

  int images() {
    return rows * columns;
  }

  /** Generates from the same latent vectors at whatever step. */
  Images generateFixed(Run run) {
    return run.generator().generateGrid(rows, columns, FIXED_SEED);
  }

  /** Generates from latent vectors of a step's own, the same when the run is repeated. */
  Images generateFresh(Run run, long step) {
    return run.generator().generateGrid(rows, columns, FIXED_SEED + step);
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
  }
}
