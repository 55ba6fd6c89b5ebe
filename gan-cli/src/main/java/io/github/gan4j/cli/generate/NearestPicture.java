package io.github.gan4j.cli.generate;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.nearest.NearestComparison;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in which each row is a generated image, a line, and the training images nearest to it.
 * The row that comes nearest is the first; many rows stand in panels beside each other.
 */
final class NearestPicture {
  private static final int LINE = 4;
  private static final int GAP = 24;
  private static final int FEWEST_ROWS = 10;

  private final NearestComparison comparison;
  private final List<Integer> order;
  private final int neighbours;

  private NearestPicture(NearestComparison comparison) {
    this.comparison = comparison;
    order = comparison.closestFirst();
    neighbours = comparison.matches().get(0).size();
  }

  static BufferedImage of(NearestComparison comparison) {
    return new NearestPicture(comparison).picture();
  }

  private BufferedImage picture() {
    int count = order.size();
    // As many rows as make a square, so that a screen shows it.
    int most = Math.max(FEWEST_ROWS, (int) Math.ceil(Math.sqrt(count * (neighbours + 1.0))));
    int panels = (count - 1) / most + 1;
    int rows = (count - 1) / panels + 1;
    List<BufferedImage> all = new ArrayList<>();
    for (int first = 0; first < count; first += rows) {
      all.add(panel(order.subList(first, Math.min(count, first + rows)), rows));
    }
    return beside(all, GAP, Color.BLACK);
  }

  private BufferedImage panel(List<Integer> images, int rows) {
    int size = comparison.generated().shape().size();
    Dataset training = comparison.training();
    float[] generated = new float[images.size() * size];
    float[] nearest = new float[Math.multiplyExact(images.size() * neighbours, size)];
    int cell = 0;
    for (int row = 0; row < images.size(); row++) {
      int image = images.get(row);
      System.arraycopy(comparison.generated().values(image), 0, generated, row * size, size);
      for (Match match : comparison.matches().get(image)) {
        training.read(match.index(), nearest, cell * size);
        cell++;
      }
    }
    BufferedImage left = Images.of(training.shape(), generated).grid(rows, 1).picture();
    BufferedImage right = Images.of(training.shape(), nearest).grid(rows, neighbours).picture();
    return beside(List.of(left, right), LINE, Color.GRAY);
  }

  /** Joins pictures of one height, with a space between. */
  private static BufferedImage beside(List<BufferedImage> pictures, int space, Color colour) {
    BufferedImage first = pictures.get(0);
    int width = -space;
    for (BufferedImage picture : pictures) {
      width += picture.getWidth() + space;
    }
    BufferedImage joined = new BufferedImage(width, first.getHeight(), first.getType());
    Graphics2D graphics = joined.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, first.getHeight());
    int left = 0;
    for (BufferedImage picture : pictures) {
      graphics.drawImage(picture, left, 0, null);
      left += picture.getWidth() + space;
    }
    graphics.dispose();
    return joined;
  }
}
