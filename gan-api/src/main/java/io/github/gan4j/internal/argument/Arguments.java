package io.github.gan4j.internal.argument;

import org.jspecify.annotations.Nullable;

/** Argument checks whose messages name the field, the rule and what was found. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns a value that is there.
   *
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T notNull(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " must be given, was null");
    }
    return value;
  }
}
