package io.github.gan4j.report.html;

import io.github.gan4j.data.ImageShape;

/**
 * How many images a grid shows.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
record GridSize(int rows, int columns) {
  private static final int MOST = 8;

  /** With noise in every pixel, which no compression helps, some 300 kB of a page. */
  private static final int MOST_VALUES = 230_000;

  /** Refuses sizes below 1. */
  GridSize {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "grid rows and columns must be at least 1, were " + rows + " and " + columns);
    }
  }

  /** Returns 8 × 8, or the largest square that still makes a light picture. */
  static GridSize suiting(ImageShape shape) {
    int side = (int) Math.sqrt((double) MOST_VALUES / shape.size());
    int clipped = Math.max(2, Math.min(MOST, side));
    return new GridSize(clipped, clipped);
  }

  /** Returns how many values of images a page may hold: of these, or of a light picture. */
  long values(ImageShape shape) {
    return Math.max(MOST_VALUES, (long) rows * columns * shape.size());
  }
}
