package io.github.gan4j.report.internal;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.training.Run;

/**
 * How many images a picture shows.
 *
 * @param rows images from top to bottom, at least 1; as many more as there are classes
 * @param columns images from left to right, at least 1
 */
public record GridSize(int rows, int columns) {
  /** 8 × 8. */
  public static final GridSize DEFAULT = new GridSize(8, 8);

  /** The seed of the latent vectors that all listeners keep to, at whatever step. */
  public static final long FIXED_SEED = 64;

  /** With noise in every pixel, which no compression helps, some 300 kB of a page. */
  private static final int LIGHT_VALUES = 230_000;

  /** Refuses sizes below 1, and more images than an array can hold. */
  public GridSize {
    atLeastOne("grid rows", rows);
    atLeastOne("grid columns", columns);
    if ((long) rows * columns > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "grid must have at most 2147483647 images, had " + (long) rows * columns);
    }
  }

  /** Returns the default, or the largest square that still makes a light picture of a page. */
  public static GridSize light(ImageShape shape) {
    int side = (int) Math.sqrt((double) LIGHT_VALUES / shape.size());
    int clipped = Math.max(2, Math.min(DEFAULT.rows, side));
    return new GridSize(clipped, clipped);
  }

  /** Returns how a run's images are laid out: with classes, all of them have a row. */
  public GridLayout layout(Run run) {
    return GridLayout.of(run, rows, columns);
  }

  /** Returns the layout for one page, with no more values than this size or a light one has. */
  public GridLayout layoutOnOnePage(Run run) {
    ImageShape shape = run.dataset().shape();
    long values = Math.max(LIGHT_VALUES, (long) rows * columns * shape.size());
    return layout(run).onOnePage(shape, values);
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
  }
}
