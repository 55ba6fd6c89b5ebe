package io.github.gan4j.report.losses;

import io.github.gan4j.report.internal.Axis;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Which losses a plot shows: all of them, but for a few that would press the others flat. */
final class LossRange {
  private static final double ORDINARY = 0.99;
  private static final double ROOM = 1;
  private static final int TICKS = 6;

  private LossRange() {}

  /**
   * Returns an axis for some curves and for values that must be on it. It holds 99% of what the
   * buckets reach, and the rest too if that takes no more than as much again. Losses that are never
   * below 0 are shown from 0 on.
   */
  static Axis of(double[] required, Curve... curves) {
    double[] greatest =
        known(curves, Curve::greatest, DoubleStream.of(required)).sorted().toArray();
    double[] negatedLeast =
        known(curves, Curve::least, DoubleStream.of(required)).map(v -> -v).sorted().toArray();
    if (greatest.length == 0) {
      return axis(0, 1);
    }
    double highest = greatest[greatest.length - 1];
    double lowest = -negatedLeast[negatedLeast.length - 1];
    double top = ordinary(greatest);
    double bottom = lowest >= 0 ? 0 : Math.min(-ordinary(negatedLeast), top);
    double room = ROOM * (top - bottom);
    top = highest <= top + room ? highest : top;
    bottom = lowest >= bottom - room ? Math.min(bottom, lowest) : bottom;
    for (double value : required) {
      top = Math.max(top, value);
      bottom = Math.min(bottom, value);
    }
    return padded(bottom, top);
  }

  /** Returns the greatest value that a curve reaches, or negative infinity. */
  static double greatest(Curve... curves) {
    return known(curves, Curve::greatest, DoubleStream.empty())
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** Returns the least value that a curve reaches, or infinity. */
  static double least(Curve... curves) {
    return known(curves, Curve::least, DoubleStream.empty()).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static Axis padded(double bottom, double top) {
    double height = top - bottom;
    // Beside 10^30, a height of 1 would vanish.
    double margin = height > 0 ? height / 20 : Math.max(1, Math.abs(top)) / 2;
    return axis(bottom == 0 ? 0 : bottom - margin, top + margin);
  }

  private static Axis axis(double low, double high) {
    return Axis.exact(low, high, TICKS);
  }

  private static double ordinary(double[] sorted) {
    return sorted[(int) (ORDINARY * (sorted.length - 1))];
  }

  private static DoubleStream known(Curve[] curves, Extreme extreme, DoubleStream others) {
    return DoubleStream.concat(
        Arrays.stream(curves)
            .flatMapToDouble(
                curve ->
                    IntStream.range(0, curve.buckets())
                        .filter(curve::isKnown)
                        .mapToDouble(bucket -> extreme.of(curve, bucket))),
        others);
  }

  private interface Extreme {
    double of(Curve curve, int bucket);
  }
}
