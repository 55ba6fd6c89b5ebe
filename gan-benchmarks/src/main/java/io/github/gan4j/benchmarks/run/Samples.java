package io.github.gan4j.benchmarks.run;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * What was measured again and again, in the order of the rounds.
 *
 * @param values may be empty: then nothing could be measured, and every figure is NaN
 */
public record Samples(List<Double> values) {
  private static final Samples NONE = new Samples(List.of());

  /** Copies the values. */
  public Samples {
    values = List.copyOf(values);
  }

  /** Returns those of nothing. */
  public static Samples none() {
    return NONE;
  }

  /** Returns the middle value, or the mean of the two middle ones. */
  public double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Returns the sum over the count. */
  public double mean() {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the smallest. */
  public double least() {
    return values.isEmpty() ? Double.NaN : Collections.min(values);
  }

  /** Returns the largest. */
  public double most() {
    return values.isEmpty() ? Double.NaN : Collections.max(values);
  }

  /** Returns these over others, round by round; rounds that only one has are left out. */
  public Samples over(Samples others) {
    return combined(others, (mine, other) -> mine / other);
  }

  /** Returns the smaller of these and others, round by round; where one has none, the other. */
  public Samples orLess(Samples others) {
    if (values.isEmpty()) {
      return others;
    }
    return others.values.isEmpty() ? this : combined(others, Math::min);
  }

  /** Returns a dividend over each. */
  public Samples under(double dividend) {
    return new Samples(values.stream().map(value -> dividend / value).toList());
  }

  private Samples combined(Samples others, DoubleBinaryOperator operator) {
    return new Samples(
        IntStream.range(0, Math.min(values.size(), others.values.size()))
            .mapToObj(i -> operator.applyAsDouble(values.get(i), others.values.get(i)))
            .toList());
  }

  /** Returns the median with so many decimals, and in brackets the least and the most. */
  public String text(int decimals) {
    String median = text(median(), decimals);
    return switch (values.size()) {
      case 0 -> "not measured";
      case 1 -> median;
      default -> "%s (%s–%s)".formatted(median, text(least(), decimals), text(most(), decimals));
    };
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
