package io.github.gan4j.report.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis with ticks at round numbers: multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param low where it begins
 * @param high where it ends, above {@code low}
 * @param step from tick to tick, positive
 */
public record Axis(double low, double high, double step) {
  /** Relative to a step: less than what rounding adds or takes is no distance. */
  private static final double SLACK = 1e-6;

  /** A number on an axis. */
  public record Tick(double value, String label) {}

  /** Returns an axis whose ends are the values themselves, with about {@code ticks} steps. */
  public static Axis exact(double low, double high, int ticks) {
    return new Axis(low, high, roundStep((high - low) / ticks));
  }

  /** Returns the same for numbers that are counted: no tick is between two whole numbers. */
  public static Axis counted(double low, double high, int ticks) {
    double step = Math.max(1, roundStep((high - low) / ticks));
    return new Axis(low, high, step == Math.rint(step) ? step : 2 * step);
  }

  /** Returns an axis that extends to the next tick on both sides. */
  public static Axis rounded(double low, double high, int ticks) {
    double step = roundStep(Math.max(high - low, 1e-6 * Math.max(1e-3, Math.abs(high))) / ticks);
    double end = Math.ceil(high / step - SLACK) * step;
    double begin = Math.floor(low / step + SLACK) * step;
    return new Axis(begin, end > begin ? end : begin + step, step);
  }

  /** Returns the ticks, from low to high. */
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - SLACK); i * step <= high + step * SLACK; i++) {
      ticks.add(new Tick(i * step, label(i * step)));
    }
    return ticks;
  }

  /** Returns where a value is, with 0 for the axis' beginning and 1 for its end. */
  public double position(double value) {
    return (value - low) / (high - low);
  }

  /** Returns a tick with as many digits as tell it from the next. */
  private String label(double tick) {
    if (tick == 0 && (step >= 1000 || step < 1e-3)) {
      return "0";
    }
    if (step >= 1e9) {
      return Figures.format("%.0e", tick);
    }
    if (step >= 1000) {
      return (tick < 0 ? "-" : "") + Figures.count(Math.abs(tick));
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

  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double digit : new double[] {1, 2, 2.5, 5}) {
      if (rough / power <= digit * (1 + SLACK)) {
        return digit * power;
      }
    }
    return 10 * power;
  }
}
