package io.github.gan4j.report.losses;

import io.github.gan4j.report.internal.Axis;
import io.github.gan4j.report.internal.Axis.Tick;
import io.github.gan4j.report.internal.TextDrawing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** A rectangle of a picture, with two axes, in which curves are drawn. */
final class PlotPanel {
  static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color GRID = new Color(0xE8, 0xE8, 0xE8);
  private static final Color REFERENCE = new Color(0x77, 0x77, 0x77);
  private static final BasicStroke THIN = new BasicStroke(1);
  private static final BasicStroke BOLD =
      new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {7, 5}, 0);
  private static final int LIGHT = 96;
  private static final int MOST_DOTS = 40;
  private static final int TEXT_SIZE = 15;
  private static final int SAMPLE_WIDTH = 26;

  private final Graphics2D graphics;
  private final TextDrawing lettering;
  private final Rectangle area;
  private final Axis across;
  private final Axis up;
  private int headingEnd;

  PlotPanel(Graphics2D graphics, Rectangle area, Axis across, Axis up) {
    this.graphics = graphics;
    this.lettering = TextDrawing.on(graphics);
    this.area = area;
    this.across = across;
    this.up = up;
    headingEnd = area.x + area.width;
  }

  /** Draws the grid and writes the numbers. */
  void scale() {
    graphics.setStroke(THIN);
    for (Tick tick : up.ticks()) {
      int y = (int) Math.round(y(tick.value()));
      graphics.setColor(GRID);
      graphics.drawLine(area.x, y, area.x + area.width, y);
      lettering.with(Font.PLAIN, TEXT_SIZE, INK).leftOf(area.x - 10, y + 5, tick.label());
    }
    for (Tick tick : across.ticks()) {
      int x = (int) Math.round(x(tick.value()));
      graphics.setColor(GRID);
      graphics.drawLine(x, area.y, x, area.y + area.height);
      lettering.with(Font.PLAIN, TEXT_SIZE, INK).around(x, area.y + area.height + 22, tick.label());
    }
    graphics.setColor(REFERENCE);
    graphics.drawLine(area.x, area.y, area.x, area.y + area.height);
    graphics.drawLine(area.x, area.y + area.height, area.x + area.width, area.y + area.height);
  }

  /** Writes above the panel what it shows. */
  void heading(String text) {
    lettering.with(Font.BOLD, TEXT_SIZE + 1, INK).rightOf(area.x, area.y - 12, text);
  }

  /** Explains a colour above the panel, to the left of what was explained before. */
  void legend(String text, Color color) {
    sample(text, color, BOLD);
  }

  /** Explains the dashed lines, likewise. */
  void referenceLegend(String text) {
    sample(text, REFERENCE, DASHED);
  }

  /** Draws a dashed line at a height, with a label at its right end. */
  void reference(double value, String label) {
    int y = (int) Math.round(y(value));
    graphics.setColor(REFERENCE);
    graphics.setStroke(DASHED);
    graphics.draw(new Line2D.Double(area.x, y, area.x + area.width, y));
    lettering.with(Font.PLAIN, TEXT_SIZE, REFERENCE).rightOf(area.x + area.width + 8, y + 5, label);
  }

  /**
   * Draws lightly all that a curve reaches: a dot for a single value, a thin line while there are
   * few, a band where many share a column of pixels.
   *
   * @param unit the length of a value of the curve on the axis across
   */
  void band(Curve curve, double unit, Color color) {
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), LIGHT));
    if (curve.size() == 1 && curve.isKnown(0)) {
      dot(curve, 0, unit);
    } else if (curve.size() <= area.width / 2) {
      graphics.setStroke(THIN);
      clipped(() -> graphics.draw(line(curve, unit)));
    } else {
      clipped(() -> columns(curve, unit));
    }
  }

  /** Draws a bold line through a curve's means, with a dot for each while they are few. */
  void means(Curve curve, double unit, Color color) {
    graphics.setColor(color);
    graphics.setStroke(BOLD);
    clipped(() -> graphics.draw(line(curve, unit)));
    for (int i = 0; i < curve.buckets() && curve.buckets() <= MOST_DOTS; i++) {
      if (curve.isKnown(i)) {
        dot(curve, i, unit);
      }
    }
  }

  private void dot(Curve curve, int bucket, double unit) {
    double x = x(curve.middle(bucket) * unit);
    double y = y(curve.mean(bucket));
    clipped(() -> graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8)));
  }

  private void sample(String text, Color color, BasicStroke stroke) {
    lettering.with(Font.PLAIN, TEXT_SIZE, INK);
    int start = headingEnd - lettering.width(text) - SAMPLE_WIDTH - 6;
    lettering.rightOf(start + SAMPLE_WIDTH + 6, area.y - 12, text);
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(start, area.y - 17, start + SAMPLE_WIDTH, area.y - 17));
    headingEnd = start - 22;
  }

  private Path2D line(Curve curve, double unit) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < curve.buckets(); i++) {
      if (curve.isKnown(i)) {
        double x = x(curve.middle(i) * unit);
        double y = y(curve.mean(i));
        if (i > 0 && curve.isKnown(i - 1)) {
          line.lineTo(x, y);
        } else {
          line.moveTo(x, y);
        }
      }
    }
    return line;
  }

  /** Fills pixels; a smooth stroke along thousands of points would take ten times as long. */
  private void columns(Curve curve, double unit) {
    ColumnBand band = new ColumnBand(area.width);
    for (int i = 0; i < curve.buckets(); i++) {
      if (curve.isKnown(i)) {
        double from = across.position(curve.start(i) * unit);
        double to = across.position(curve.end(i) * unit);
        band.add(from, to, (int) y(curve.greatest(i)), (int) y(curve.least(i)));
      }
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    band.draw((column, top, height) -> graphics.fillRect(area.x + column, top, 1, height));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  private void clipped(Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clipRect(area.x, area.y, area.width + 1, area.height + 1);
    drawing.run();
    graphics.setClip(before);
  }

  private double x(double value) {
    return area.x + area.width * across.position(value);
  }

  /** Keeps far values near enough to be drawn, and out of sight. */
  private double y(double value) {
    double position = Math.max(-1, Math.min(2, up.position(value)));
    return area.y + area.height * (1 - position);
  }
}
