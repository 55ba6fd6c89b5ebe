package io.github.gan4j.report.samples;

import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.report.internal.TextDrawing;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A grid of images with row labels, such as class names, to the left. The picture's size does not
 * depend on the machine's fonts; without fonts the names' place stays empty.
 */
public final class NamedRows {
  private static final int LARGEST_TEXT = 16;
  private static final int SMALLEST_TEXT = 7;
  private static final int MOST_LETTERS = 16;
  private static final int MARGIN = 8;

  private NamedRows() {}

  /**
   * Returns the grid's picture with the names to the left, or without them where rows are too low
   * for letters, below 9 pixels. Long names are shortened.
   *
   * @param names one a row, or none at all
   * @param paper what the names are written on
   * @param ink what they are written with
   */
  public static BufferedImage of(ImageGrid grid, List<String> names, Color paper, Color ink) {
    BufferedImage picture = grid.picture();
    int size = Math.min(LARGEST_TEXT, picture.getHeight() / grid.rows() - 2);
    return names.isEmpty() || size < SMALLEST_TEXT
        ? picture
        : withNames(picture, names, size, paper, ink);
  }

  private static BufferedImage withNames(
      BufferedImage grid, List<String> names, int size, Color paper, Color ink) {
    int letters = names.stream().mapToInt(String::length).max().orElse(0);
    int width = 2 * MARGIN + Math.min(MOST_LETTERS, letters) * size * 2 / 3;
    BufferedImage picture =
        new BufferedImage(grid.getWidth() + width, grid.getHeight(), grid.getType());
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setColor(paper);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      TextDrawing lettering = TextDrawing.on(graphics).with(Font.PLAIN, size, ink);
      for (int row = 0; row < names.size(); row++) {
        int middle = grid.getHeight() * (2 * row + 1) / (2 * names.size());
        String name = lettering.shortened(names.get(row), width - 2 * MARGIN);
        lettering.leftOf(width - MARGIN, middle + size * 3 / 8, name);
      }
    } finally {
      graphics.dispose();
    }
    // Not drawn: that would pass grey values through a colour space.
    picture.getRaster().setRect(width, 0, grid.getRaster());
    return picture;
  }
}
