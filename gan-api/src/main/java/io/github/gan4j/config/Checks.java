package io.github.gan4j.config;

import io.github.gan4j.internal.argument.Arguments;
import org.jspecify.annotations.Nullable;

/** Argument checks whose messages name the field, the rule and what was found. */
final class Checks {
  private Checks() {}

  static <T> T notNull(String field, @Nullable T value) {
    return Arguments.notNull(field, value);
  }

  static int atLeast(String field, int value, int minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(field + " must be at least " + minimum + ", was " + value);
    }
    return value;
  }

  static long atLeast(String field, long value, long minimum) {
    if (value < minimum) {
      throw new IllegalArgumentException(field + " must be at least " + minimum + ", was " + value);
    }
    return value;
  }

  /** Holds for {@code minimum <= value < end}; NaN fails. */
  static double inRange(String field, double value, double minimum, double end) {
    if (!(value >= minimum && value < end)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s), was %s".formatted(field, minimum, end, value));
    }
    return value;
  }

  static double positive(String field, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(field + " must be positive and finite, was " + value);
    }
    return value;
  }
}
