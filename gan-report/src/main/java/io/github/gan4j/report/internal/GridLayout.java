package io.github.gan4j.report.internal;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import io.github.gan4j.training.Run;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a run's images are laid out. Without classes that is one page, of the size asked for. With
 * classes each row is of one class, in the order of their labels, and all classes are shown: on one
 * page, or on several if they are many.
 *
 * @param rows on all pages together
 * @param columns images from left to right
 * @param rowsPerPage the last page may have fewer
 * @param classes how many the generator tells apart; 0 for none
 */
public record GridLayout(int rows, int columns, int rowsPerPage, int classes) {
  private static final int MOST_ROWS = 20;

  /** As high as a grid of unscaled images may be. */
  private static final int MOST_PIXELS = 32_765;

  /** At the scale of a grid, some 4,100 pixels, as eight rows of images of 256 pixels have. */
  private static final int MOST_HEIGHT = 2060;

  /**
   * Returns the layout for a run.
   *
   * @param rows at least 1; with classes, the fewest rows of a page
   * @param columns at least 1
   */
  public static GridLayout of(Run run, int rows, int columns) {
    Generator generator = run.generator();
    if (generator.classes() == 0) {
      return new GridLayout(rows, columns, rows, 0);
    }
    int fitting = Math.min(MOST_ROWS, MOST_HEIGHT / (generator.shape().height() + 1));
    int all = Math.max(rows, generator.classes());
    return new GridLayout(
        all, columns, Math.min(all, Math.max(rows, fitting)), generator.classes());
  }

  /** Returns how many pages there are. */
  public int pages() {
    return (rows + rowsPerPage - 1) / rowsPerPage;
  }

  /** Returns how many rows a page has. */
  public int rowsOf(int page) {
    return Math.min(rowsPerPage, rows - page * rowsPerPage);
  }

  /** Returns what the rows of a page are called, by their classes; empty without classes. */
  public List<String> namesOf(int page, Run run) {
    if (classes == 0) {
      return List.of();
    }
    List<String> names = run.dataset().classNames();
    return IntStream.range(0, rowsOf(page))
        .map(row -> label(page, row))
        .mapToObj(label -> label < names.size() ? names.get(label) : Integer.toString(label))
        .toList();
  }

  /**
   * Generates a page's images, as {@link Generator#generateGrid} does: images in a column that are
   * of different classes have one latent vector.
   */
  public Images generate(int page, Run run, long seed) {
    Generator generator = run.generator();
    if (classes == 0) {
      return generator.generateGrid(rows, columns, seed);
    }
    int count = Math.multiplyExact(rowsOf(page), columns);
    float[][] drawn = generator.latents((rows - 1) / classes * columns + columns, seed);
    float[][] latents = new float[count][];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      int row = page * rowsPerPage + i / columns;
      latents[i] = drawn[row / classes * columns + i % columns];
      labels[i] = row % classes;
    }
    return generator.decode(latents, labels);
  }

  /**
   * Returns the layout of all rows on one page, of no more than a picture can have. With classes it
   * has as few columns as the values of all images allow, but one.
   */
  public GridLayout onOnePage(ImageShape shape, long mostValues) {
    int shown = Math.min(rows, MOST_PIXELS / (shape.height() + 2));
    long fitting = Math.max(1, mostValues / ((long) shown * shape.size()));
    int narrow = classes == 0 ? columns : (int) Math.min(columns, fitting);
    return new GridLayout(shown, narrow, shown, classes);
  }

  private int label(int page, int row) {
    return (page * rowsPerPage + row) % classes;
  }
}
