package io.github.gan4j.datasets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks and forms of arguments that all readers share. */
final class Arguments {
  private Arguments() {}

  static <T> T notNull(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must be given, was null");
    }
    return value;
  }

  /** Returns the last name of a path, also of the empty path and of a root. */
  static String nameOf(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path name = absolute.getFileName();
    return (name == null ? absolute : name).toString();
  }
}
