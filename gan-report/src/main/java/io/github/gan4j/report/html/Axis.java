package io.github.gan4j.report.html;

import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with ticks at round numbers.
 *
 * @param low where it begins
 * @param high where it ends, above {@code low}
 * @param step from tick to tick
 */
record Axis(double low, double high, double step) {

  /** Returns an axis whose ends are the values themselves. */
  static Axis exact(double low, double high, int ticks) {
    return new Axis(low, high, roundStep((high - low) / ticks));
  }

  /** Returns an axis that goes on to the next tick on both sides. */
  static Axis rounded(double low, double high, int ticks) {
    double step = roundStep(Math.max(high - low, 1e-6 * Math.max(1e-3, Math.abs(high))) / ticks);
    double end = Math.ceil(high / step - 1e-9) * step;
    double begin = Math.floor(low / step + 1e-9) * step;
    return new Axis(begin, end > begin ? end : begin + step, step);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    for (long i = first; i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Returns a tick with as many digits as tell it from the next. */
  String label(double tick) {
    if (step >= 1000) {
      return Figures.count(tick);
    }
    if (step < 1e-3) {
      return Figures.setting(tick);
    }
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    // 0.25 needs a digit more than its size tells.
    boolean quarter =
        Math.abs(step * Math.pow(10, digits) - Math.rint(step * Math.pow(10, digits))) > 1e-6;
    return Figures.format("%." + (quarter ? digits + 1 : digits) + "f", tick == 0 ? 0.0 : tick);
  }

  /** Returns how far a value is along the axis, 0 to 1 between its ends. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 2.5 ? 2.5 : digit <= 5 ? 5 : 10);
  }
}
