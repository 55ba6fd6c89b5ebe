package io.github.gan4j.benchmarks.report;

import com.google.common.xml.XmlEscapers;
import java.util.List;
import java.util.Locale;

/** Writes an SVG picture. */
final class Svg {
  /** The grey that has the same contrast on white and on black. */
  private static final String GREY = "#767676";

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
            + " height=\"%2$d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\""
            + " fill=\"%3$s\">",
        width, height, GREY);
    add("<title>%s</title>", XmlEscapers.xmlContentEscaper().escape(title));
  }

  void grid(double x1, double y1, double x2, double y2) {
    add(
        "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"%s\" stroke-opacity=\"0.3\"/>",
        x1, y1, x2, y2, GREY);
  }

  /**
   * Draws a line.
   *
   * @param points x and y in turn; none for nothing
   */
  void line(List<Double> points, String colour, boolean dashed) {
    StringBuilder pairs = new StringBuilder();
    for (int i = 0; i < points.size(); i += 2) {
      pairs.append(
          String.format(
              Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", points.get(i), points.get(i + 1)));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>",
        pairs, colour, dashed ? " stroke-dasharray=\"6 4\"" : "");
  }

  void text(double x, double y, String anchor, String content) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, XmlEscapers.xmlContentEscaper().escape(content));
  }

  /** Writes from the bottom to the top, around a middle. */
  void verticalText(double x, double y, String content) {
    add(
        "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        x, y, XmlEscapers.xmlContentEscaper().escape(content));
  }

  String end() {
    return text + "</svg>\n";
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
