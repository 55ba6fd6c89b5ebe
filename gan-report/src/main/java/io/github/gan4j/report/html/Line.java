package io.github.gan4j.report.html;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name what the legend and the values call it
 * @param style the class of its colour: first, second or third
 * @param thin whether it stands back behind another line of its colour
 * @param points from left to right; those that are not finite are left out
 */
record Line(String name, String style, boolean thin, List<Point> points) {

  /** A point, its x in epochs. */
  record Point(double x, double y) {}

  /** Copies the points that are finite. */
  Line {
    points = points.stream().filter(point -> Double.isFinite(point.y())).toList();
  }

  /** Returns the same, not thin. */
  Line bold() {
    return new Line(name, style, false, points);
  }
}
