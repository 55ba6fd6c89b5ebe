package io.github.gan4j.report.losses;

import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of values and the round numbers in it.
 *
 * @param from where it begins
 * @param to where it ends, above {@code from}
 */
record Axis(double from, double to) {

  /** Returns at least two and about {@code wanted} multiples of 1, 2 or 5 times a power of ten. */
  List<Tick> ticks(int wanted) {
    return every(roundStep((to - from) / wanted));
  }

  /** Returns the same for numbers that are counted: none between two whole ones. */
  List<Tick> wholeTicks(int wanted) {
    return every(Math.max(1, roundStep((to - from) / wanted)));
  }

  /** Returns where a value is, with 0 for the axis' beginning and 1 for its end. */
  double position(double value) {
    return (value - from) / (to - from);
  }

  private List<Tick> every(double step) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String pattern = step < 1e5 ? "%." + decimals + "f" : "%.0e";
    List<Tick> ticks = new ArrayList<>();
    double slack = step * 1e-6;
    for (long i = (long) Math.ceil((from - slack) / step); i * step <= to + slack; i++) {
      ticks.add(new Tick(i * step, Figures.format(pattern, i * step)));
    }
    return ticks;
  }

  private static double roundStep(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digit = step / power;
    return power * (digit < 1.001 ? 1 : digit < 2.001 ? 2 : digit < 5.001 ? 5 : 10);
  }

  /** A number on an axis. */
  record Tick(double value, String label) {}
}
