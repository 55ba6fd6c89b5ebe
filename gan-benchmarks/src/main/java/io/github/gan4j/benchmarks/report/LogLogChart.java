package io.github.gan4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A line chart with logarithmic axes, as SVG. Its colours can be read on white and on black.
 *
 * @param xLabel names the horizontal axis
 * @param yLabel names the vertical axis
 * @param xs the places on the horizontal axis, ascending; each gets a tick
 * @param lines from the top of the legend on
 */
public record LogLogChart(String xLabel, String yLabel, List<Integer> xs, List<Line> lines) {

  /**
   * A line.
   *
   * @param name what the legend calls it
   * @param dashed whether it is something other than a measurement
   * @param ys positive values, one for each x; NaN leaves a point out
   */
  public record Line(String name, boolean dashed, List<Double> ys) {}

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int RIGHT = 20;
  private static final int TOP = 16;
  private static final int BOTTOM = 48;
  private static final int LEGEND_LINE = 18;
  private static final double[] TICKS = {1, 2, 5};
  private static final List<String> COLOURS = List.of("#2f81f7", "#2da44e", "#d9730d", "#8a8a8a");

  /** Returns the picture. */
  public String svg() {
    double[] values =
        lines.stream().flatMap(line -> line.ys.stream()).mapToDouble(y -> y).toArray();
    List<Double> ticks = ticks(values);
    Axis x = new Axis(xs.get(0), xs.get(xs.size() - 1), LEFT, WIDTH - RIGHT);
    Axis y = new Axis(ticks.get(0), ticks.get(ticks.size() - 1), HEIGHT - BOTTOM, TOP);
    Svg svg = new Svg(WIDTH, HEIGHT, yLabel + " by " + xLabel);
    for (int tick : xs) {
      svg.grid(x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM);
      svg.text(x.at(tick), HEIGHT - BOTTOM + 18, "middle", Integer.toString(tick));
    }
    for (double tick : ticks) {
      svg.grid(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick));
      svg.text(LEFT - 8, y.at(tick) + 4, "end", plain(tick));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", xLabel);
    svg.verticalText(14, (TOP + HEIGHT - BOTTOM) / 2.0, yLabel);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String colour = COLOURS.get(i % COLOURS.size());
      svg.line(points(line, x, y), colour, line.dashed);
      double legend = TOP + LEGEND_LINE * (i + 1);
      svg.line(List.of(LEFT + 12.0, legend, LEFT + 40.0, legend), colour, line.dashed);
      svg.text(LEFT + 48, legend + 4, "start", line.name);
    }
    return svg.end();
  }

  private List<Double> points(Line line, Axis x, Axis y) {
    List<Double> points = new ArrayList<>();
    for (int i = 0; i < xs.size(); i++) {
      if (Double.isFinite(line.ys.get(i))) {
        points.add(x.at(xs.get(i)));
        points.add(y.at(line.ys.get(i)));
      }
    }
    return points;
  }

  /** Returns 1, 2 and 5 times powers of ten that enclose all values, the most not at the edge. */
  private static List<Double> ticks(double[] values) {
    double least = DoubleStream.of(values).filter(Double::isFinite).min().orElse(1);
    double most = DoubleStream.of(values).filter(Double::isFinite).max().orElse(10);
    List<Double> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(least)); ; power++) {
      for (double tick : TICKS) {
        double value = tick * Math.pow(10, power);
        if (value <= least) {
          ticks.clear();
        }
        ticks.add(value);
        if (value > most) {
          return ticks;
        }
      }
    }
  }

  private static String plain(double tick) {
    return tick < 1
        ? String.format(Locale.ROOT, "%.1g", tick)
        : String.format(Locale.ROOT, "%,.0f", tick);
  }

  /** Maps values between two ends to pixels. */
  private record Axis(double least, double most, double from, double to) {
    double at(double value) {
      return from + (to - from) * Math.log(value / least) / Math.log(most / least);
    }
  }
}
