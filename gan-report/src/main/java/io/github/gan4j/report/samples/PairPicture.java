package io.github.gan4j.report.samples;

import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.report.internal.Lettering;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Two grids of one size side by side on white, each under its name. */
final class PairPicture {
  private static final int GAP = 24;
  private static final int HEAD = 30;
  private static final int TEXT_SIZE = 16;

  private PairPicture() {}

  static BufferedImage of(String leftName, ImageGrid left, String rightName, ImageGrid right) {
    BufferedImage leftPicture = left.picture();
    BufferedImage rightPicture = right.picture();
    int width = leftPicture.getWidth();
    BufferedImage pair =
        new BufferedImage(2 * width + GAP, leftPicture.getHeight() + HEAD, leftPicture.getType());
    Graphics2D graphics = pair.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, pair.getWidth(), pair.getHeight());
      Lettering lettering = Lettering.on(graphics).with(Font.PLAIN, TEXT_SIZE, Color.BLACK);
      lettering.around(width / 2, HEAD - 9, leftName);
      lettering.around(width + GAP + width / 2, HEAD - 9, rightName);
    } finally {
      graphics.dispose();
    }
    // Not drawn: that would pass grey values through a colour space.
    pair.getRaster().setRect(0, HEAD, leftPicture.getRaster());
    pair.getRaster().setRect(width + GAP, HEAD, rightPicture.getRaster());
    return pair;
  }
}
