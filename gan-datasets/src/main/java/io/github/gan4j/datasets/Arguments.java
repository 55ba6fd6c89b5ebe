package io.github.gan4j.datasets;

import org.jspecify.annotations.Nullable;

/** Checks of arguments that all readers share. */
final class Arguments {
  private Arguments() {}

  static <T> T notNull(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be given, was null");
    }
    return value;
  }
}
