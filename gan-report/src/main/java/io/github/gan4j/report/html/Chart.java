package io.github.gan4j.report.html;

import io.github.gan4j.report.html.Line.Point;
import io.github.gan4j.report.internal.Axis;
import io.github.gan4j.report.internal.Axis.Tick;
import io.github.gan4j.report.internal.Figures;
import java.util.List;

/**
 * Lines over epochs, as SVG that takes any width: the lines stretch, the text does not. Values
 * outside the axis are cut off.
 *
 * @param title what is shown
 * @param explanation how to read it, one or two sentences
 * @param lines thin ones first, so that they are drawn behind
 * @param marks levels to compare with
 * @param y the upright axis
 * @param epochs where the level axis ends, above 0
 * @param empty what to say where there is no value
 */
record Chart(
    String title,
    String explanation,
    List<Line> lines,
    List<Mark> marks,
    Axis y,
    double epochs,
    String empty) {
  private static final int TOP = 8;
  private static final int HEIGHT = 200;
  private static final int BOTTOM = 24;
  private static final int AXIS_WIDTH = 48;
  private static final int X_TICKS = 6;
  private static final int DOT_RADIUS = 4;

  /** A level to compare with. */
  record Mark(double y, String label) {}

  String html() {
    return Figures.format(
        """
        <figure class="chart">
        <figcaption><h3>%s</h3></figcaption>
        <ul class="legend">%s</ul>
        <output class="readout" data-rest="%s">%s</output>
        <div class="plot">
        <svg class="axis" width="%d" height="%d" aria-hidden="true">%s</svg>
        <svg class="area" height="%d" role="img" aria-label="%s" data-low="%s" data-high="%s" data-epochs="%s">%s</svg>
        </div>
        <p class="note">%s</p>
        </figure>
        """,
        Html.text(title),
        legend(),
        Html.text(newest()),
        Html.text(newest()),
        AXIS_WIDTH,
        TOP + HEIGHT + BOTTOM,
        yLabels(),
        TOP + HEIGHT + BOTTOM,
        Html.text(title + ". " + newest()),
        y.low(),
        y.high(),
        epochs,
        area(),
        Html.text(explanation));
  }

  private String legend() {
    StringBuilder html = new StringBuilder();
    for (Line line : lines) {
      if (!line.thin()) {
        html.append(legend("series " + line.style(), line.name()));
      }
    }
    marks.forEach(mark -> html.append(legend("mark", mark.label())));
    return html.toString();
  }

  private static String legend(String style, String name) {
    return "<li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><line class=\""
        + style
        + "\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>"
        + Html.text(name)
        + "</li>";
  }

  /** Returns the newest values in words. */
  private String newest() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      if (speaks(line)) {
        Point last = line.points().get(line.points().size() - 1);
        text.append(text.isEmpty() ? "newest: " : ", ")
            .append(line.name())
            .append(' ')
            .append(Figures.loss(last.y()));
      }
    }
    return text.isEmpty() ? empty : text.toString();
  }

  /**
   * Returns whether a line's values are shown: a bold one's, or a thin one's until there is one.
   */
  private boolean speaks(Line line) {
    return !line.points().isEmpty()
        && (!line.thin()
            || lines.stream()
                .noneMatch(
                    other ->
                        !other.thin()
                            && other.name().equals(line.name())
                            && !other.points().isEmpty()));
  }

  private String yLabels() {
    StringBuilder svg = new StringBuilder();
    for (Tick tick : y.ticks()) {
      svg.append(
          Figures.format(
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              AXIS_WIDTH - 6, pixel(tick.value()) + 4, tick.label()));
    }
    svg.append(
        Figures.format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">epoch</text>",
            AXIS_WIDTH - 6, TOP + HEIGHT + BOTTOM - 6));
    return svg.toString();
  }

  private String area() {
    StringBuilder svg = new StringBuilder();
    for (Tick tick : y.ticks()) {
      svg.append(across("rule", tick.value()));
    }
    for (Mark mark : marks) {
      svg.append(across("mark", mark.y()));
    }
    svg.append(
        Figures.format(
            "<svg class=\"lines\" y=\"%d\" width=\"100%%\" height=\"%d\" viewBox=\"0 0 1000 1000\""
                + " preserveAspectRatio=\"none\">",
            TOP, HEIGHT));
    lines.forEach(line -> svg.append(polyline(line)));
    svg.append("</svg>");
    lines.forEach(line -> svg.append(dot(line)));
    svg.append(
        Figures.format(
            "<line class=\"cursor\" y1=\"%d\" y2=\"%d\" visibility=\"hidden\"/>",
            TOP, TOP + HEIGHT));
    return svg.append(xLabels()).toString();
  }

  private String xLabels() {
    Axis x = Axis.exact(0, epochs, X_TICKS);
    StringBuilder svg = new StringBuilder();
    for (Tick tick : x.ticks()) {
      double share = x.position(tick.value());
      svg.append(
          Figures.format(
              "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\">%s</text>",
              100 * share,
              TOP + HEIGHT + BOTTOM - 6,
              share < 0.02 ? "start" : share > 0.96 ? "end" : "middle",
              tick.label()));
    }
    return svg.toString();
  }

  private String across(String style, double level) {
    return Figures.format(
        "<line class=\"%s\" x1=\"0\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\"/>",
        style, pixel(level), pixel(level));
  }

  private String polyline(Line line) {
    StringBuilder svg = new StringBuilder("<polyline class=\"series ").append(line.style());
    if (line.points().isEmpty()) {
      return "";
    }
    svg.append(line.thin() ? " thin\"" : "\"");
    if (speaks(line)) {
      svg.append(" data-name=\"").append(Html.text(line.name())).append('"');
    }
    svg.append(" points=\"");
    for (Point point : line.points()) {
      svg.append(point(point)).append(' ');
    }
    return svg.append("\"/>").toString();
  }

  /** A line of one point has no length: it is seen as a dot, which the plot's edge does not cut. */
  private String dot(Line line) {
    if (line.points().size() != 1) {
      return "";
    }
    Point only = line.points().get(0);
    double share = y.position(only.y());
    return share < 0 || share > 1
        ? ""
        : Figures.format(
            "<circle class=\"dot %s\" cx=\"%.2f%%\" cy=\"%.1f\" r=\"%d\"/>",
            line.style(), 100 * only.x() / epochs, pixel(only.y()), DOT_RADIUS);
  }

  private String point(Point point) {
    // Far outside is as good as outside, and keeps the numbers short.
    double share = Math.max(-1, Math.min(2, y.position(point.y())));
    return tenths(1000 * point.x() / epochs) + "," + tenths(1000 * (1 - share));
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private double pixel(double value) {
    return TOP + HEIGHT * (1 - y.position(value));
  }
}
