package io.github.gan4j.report.samples;

import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.report.internal.TextDrawing;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A grid of real and one of generated images side by side on white, each under its name. */
final class PairPicture {
  private static final int GAP = 24;
  private static final int HEAD = 30;
  private static final int TEXT_SIZE = 16;

  private PairPicture() {}

  /**
   * Draws them.
   *
   * @param generated of the same size
   * @param rows what the rows are called; empty if they have no names
   */
  static BufferedImage of(ImageGrid real, ImageGrid generated, List<String> rows) {
    BufferedImage left = NamedRows.of(real, rows, Color.WHITE, Color.BLACK);
    BufferedImage right = generated.picture();
    int names = left.getWidth() - right.getWidth();
    BufferedImage pair =
        new BufferedImage(
            left.getWidth() + GAP + right.getWidth(), left.getHeight() + HEAD, left.getType());
    Graphics2D graphics = pair.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, pair.getWidth(), pair.getHeight());
      TextDrawing lettering = TextDrawing.on(graphics).with(Font.PLAIN, TEXT_SIZE, Color.BLACK);
      lettering.around(names + right.getWidth() / 2, HEAD - 9, "real");
      lettering.around(left.getWidth() + GAP + right.getWidth() / 2, HEAD - 9, "generated");
    } finally {
      graphics.dispose();
    }
    // Not drawn: that would pass grey values through a colour space.
    pair.getRaster().setRect(0, HEAD, left.getRaster());
    pair.getRaster().setRect(left.getWidth() + GAP, HEAD, right.getRaster());
    return pair;
  }
}
