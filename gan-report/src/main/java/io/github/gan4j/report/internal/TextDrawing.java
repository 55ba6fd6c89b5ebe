package io.github.gan4j.report.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Writes text on a picture, or nothing where that cannot be done: a server without fonts, whose
 * Java then throws whatever is asked of text.
 */
public final class TextDrawing {
  private static final String FAMILY = Font.SANS_SERIF;

  private final Graphics2D graphics;

  private TextDrawing(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Returns what writes with a picture's pen, in the pen's colour. */
  public static TextDrawing on(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return new TextDrawing(graphics);
  }

  /** Returns whether this machine can write text on pictures. */
  public static boolean isPossible() {
    return Fonts.USABLE;
  }

  /** Sets how what follows looks. */
  public TextDrawing with(int style, int size, Color color) {
    graphics.setFont(new Font(FAMILY, style, size));
    graphics.setColor(color);
    return this;
  }

  /** Returns the width of a text in pixels; 0 where it cannot be written. */
  public int width(String text) {
    return isPossible() ? graphics.getFontMetrics().stringWidth(text) : 0;
  }

  /** Returns a text, or as much of its beginning as fits into a width before an ellipsis. */
  public String shortened(String text, int width) {
    String shown = text;
    for (int end = text.length(); end > 0 && width(shown) > width; ) {
      end = text.offsetByCodePoints(end, -1);
      shown = text.substring(0, end) + "\u2026";
    }
    return shown;
  }

  /** Writes from a point of the base line to the right. */
  public void rightOf(int x, int y, String text) {
    if (isPossible()) {
      graphics.drawString(text, x, y);
    }
  }

  /** Writes so that the text ends at a point of the base line. */
  public void leftOf(int x, int y, String text) {
    rightOf(x - width(text), y, text);
  }

  /** Writes so that a point of the base line is the text's middle. */
  public void around(int x, int y, String text) {
    rightOf(x - width(text) / 2, y, text);
  }

  /** Looked at when the first text is to be written, and once: a failed attempt takes its time. */
  private static final class Fonts {
    static final boolean USABLE = tryThem();

    private static boolean tryThem() {
      Graphics2D pen = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
      try {
        pen.setFont(new Font(FAMILY, Font.PLAIN, 8));
        pen.drawString("0", 0, pen.getFontMetrics().stringWidth("0"));
        return true;
      } catch (RuntimeException | InternalError | LinkageError e) {
        // No fonts, no font configuration or no font library: which one depends on Java's version.
        return false;
      } finally {
        pen.dispose();
      }
    }
  }
}
