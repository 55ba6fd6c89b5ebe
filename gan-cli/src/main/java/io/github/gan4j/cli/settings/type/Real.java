package io.github.gan4j.cli.settings.type;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number with a fraction. */
public final class Real extends Type<Double> {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

  /** Which numbers. */
  private enum Range {
    ANY("a number"),
    FROM_0_TO_1("a number from 0 to 1"),
    FROM_0("a number from 0 on"),
    POSITIVE("a positive number"),
    FROM_0_TO_BELOW_1("a number from 0 to below 1"),
    ABOVE_0_TO_1("a number above 0, at most 1"),
    FROM_0_TO_BELOW_HALF("a number from 0 to below 0.5"),
    ABOVE_HALF_TO_1("a number above 0.5, at most 1");

    private final String rule;

    Range(String rule) {
      this.rule = rule;
    }

    boolean has(double value) {
      return switch (this) {
        case ANY -> true;
        case FROM_0_TO_1 -> value >= 0 && value <= 1;
        case FROM_0 -> value >= 0;
        case POSITIVE -> value > 0;
        case FROM_0_TO_BELOW_1 -> value >= 0 && value < 1;
        case ABOVE_0_TO_1 -> value > 0 && value <= 1;
        case FROM_0_TO_BELOW_HALF -> value >= 0 && value < 0.5;
        case ABOVE_HALF_TO_1 -> value > 0.5 && value <= 1;
      };
    }
  }

  private final Range range;

  private Real(Range range) {
    super("X", range.rule);
    this.range = range;
  }

  public static Real any() {
    return new Real(Range.ANY);
  }

  public static Real from0To1() {
    return new Real(Range.FROM_0_TO_1);
  }

  public static Real from0() {
    return new Real(Range.FROM_0);
  }

  public static Real positive() {
    return new Real(Range.POSITIVE);
  }

  public static Real from0ToBelow1() {
    return new Real(Range.FROM_0_TO_BELOW_1);
  }

  public static Real above0To1() {
    return new Real(Range.ABOVE_0_TO_1);
  }

  public static Real from0ToBelowHalf() {
    return new Real(Range.FROM_0_TO_BELOW_HALF);
  }

  public static Real aboveHalfTo1() {
    return new Real(Range.ABOVE_HALF_TO_1);
  }

  @Override
  public @Nullable Double parse(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) && range.has(value) ? value : null;
  }

  /** The shortest text that reads back as the same number. */
  @Override
  public String format(Double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e7)) {
      return Double.toString(value).toLowerCase(Locale.ROOT);
    }
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
  }
}
