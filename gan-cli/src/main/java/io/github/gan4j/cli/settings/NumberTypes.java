package io.github.gan4j.cli.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of numbers. */
final class NumberTypes {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

  private NumberTypes() {}

  /** A whole number of 32 bits. */
  static final class Whole extends Type<Integer> {
    private final int least;
    private final int most;

    Whole(int least, int most) {
      super("N", "a whole number from %s to %s".formatted(least, most));
      this.least = least;
      this.most = most;
    }

    static Whole from(int least) {
      return new Whole(least, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable Integer parse(String text) {
      try {
        int value = Integer.parseInt(text);
        return value >= least && value <= most ? value : null;
      } catch (NumberFormatException e) {
        return null; // Which says that the rule is broken.
      }
    }

    @Override
    public String format(Integer value) {
      return value.toString();
    }
  }

  /** Any whole number of 64 bits. */
  static final class Any extends Type<Long> {
    Any() {
      super("S", "a whole number from %s to %s".formatted(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Override
    public @Nullable Long parse(String text) {
      try {
        return Long.valueOf(text);
      } catch (NumberFormatException e) {
        return null; // Which says that the rule is broken.
      }
    }

    @Override
    public String format(Long value) {
      return value.toString();
    }
  }

  /** A number with a fraction. */
  static final class Real extends Type<Double> {
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

    static Real any() {
      return new Real(Range.ANY);
    }

    static Real from0To1() {
      return new Real(Range.FROM_0_TO_1);
    }

    static Real from0() {
      return new Real(Range.FROM_0);
    }

    static Real positive() {
      return new Real(Range.POSITIVE);
    }

    static Real from0ToBelow1() {
      return new Real(Range.FROM_0_TO_BELOW_1);
    }

    static Real above0To1() {
      return new Real(Range.ABOVE_0_TO_1);
    }

    static Real from0ToBelowHalf() {
      return new Real(Range.FROM_0_TO_BELOW_HALF);
    }

    static Real aboveHalfTo1() {
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
}
