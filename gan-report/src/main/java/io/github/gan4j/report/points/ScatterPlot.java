package io.github.gan4j.report.points;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.report.internal.TextDrawing;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scatter plot of generated points over real ones: panels of one scale, from -1 to 1 both ways,
 * real points grey below the generated ones. Points outside are not shown. Not thread-safe.
 */
@CheckReturnValue
public final class ScatterPlot {
  private static final int SIDE = 300;
  private static final int GAP = 16;
  private static final int HEAD = 46;
  private static final Color PAPER = Color.WHITE;
  private static final Color FRAME = new Color(0xDD, 0xDD, 0xDD);
  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color FAINT = new Color(0x77, 0x77, 0x77);
  private static final Color REAL = new Color(0xC9, 0xC9, 0xC9);
  private static final Color GENERATED = new Color(0x1F, 0x5F, 0xBF, 96);
  private static final double DOT = 2.4;

  /**
   * What one panel shows.
   *
   * @param title its first line
   * @param note its second line
   * @param points x and y of each generated point
   */
  @SuppressWarnings("ArrayRecordComponent") // Drawn, never compared.
  private record Panel(String title, String note, float[] points) {}

  private final float[] real;
  private final int columns;
  private final List<Panel> panels = new ArrayList<>();

  /**
   * Makes one without panels.
   *
   * @param real x and y of each real point
   * @param columns how many panels stand beside each other; at least 1
   */
  public ScatterPlot(float[] real, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be at least 1, was " + columns);
    }
    checkPairs("real", real);
    this.real = real.clone();
    this.columns = columns;
  }

  /**
   * Adds a panel.
   *
   * @param points x and y of each generated point
   */
  public void add(String title, String note, float[] points) {
    checkPairs("points", points);
    panels.add(new Panel(title, note, points.clone()));
  }

  private static void checkPairs(String field, float[] values) {
    if (values.length % 2 != 0) {
      throw new IllegalArgumentException(
          field + " must hold x and y of each point, held " + values.length + " values");
    }
  }

  /** Draws the panels, row by row. */
  public BufferedImage picture() {
    int across = Math.min(columns, Math.max(1, panels.size()));
    int down = (panels.size() + across - 1) / across;
    BufferedImage picture =
        new BufferedImage(
            GAP + across * (SIDE + GAP),
            Math.max(1, GAP + down * (HEAD + SIDE + GAP)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    for (int i = 0; i < panels.size(); i++) {
      int x = GAP + i % across * (SIDE + GAP);
      int y = GAP + i / across * (HEAD + SIDE + GAP);
      draw(panels.get(i), (Graphics2D) graphics.create(x, y, SIDE, HEAD + SIDE));
    }
    graphics.dispose();
    return picture;
  }

  private void draw(Panel panel, Graphics2D graphics) {
    TextDrawing lettering = TextDrawing.on(graphics);
    lettering.with(Font.BOLD, 15, INK).rightOf(0, 16, panel.title);
    lettering.with(Font.PLAIN, 13, FAINT).rightOf(0, 36, panel.note);
    graphics.translate(0, HEAD);
    graphics.setColor(FRAME);
    graphics.drawRect(0, 0, SIDE - 1, SIDE - 1);
    dots(graphics, real, REAL);
    dots(graphics, panel.points, GENERATED);
    graphics.dispose();
  }

  private static void dots(Graphics2D graphics, float[] points, Color color) {
    graphics.setColor(color);
    for (int i = 0; i < points.length; i += 2) {
      double x = (points[i] + 1) / 2 * SIDE;
      double y = (1 - points[i + 1]) / 2 * SIDE;
      if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) {
        graphics.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
      }
    }
  }

  /**
   * Writes the picture as PNG, whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public void writePng(Path file) throws IOException {
    ImageFiles.writePng(picture(), file);
  }
}
