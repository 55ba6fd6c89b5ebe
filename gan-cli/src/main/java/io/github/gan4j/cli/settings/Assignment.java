package io.github.gan4j.cli.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting and the value that somebody gave it.
 *
 * @param value null to leave the setting unset
 * @param origin where
 */
record Assignment<T>(Setting<T> setting, @Nullable T value, Origin origin) {

  /**
   * Reads the value.
   *
   * @throws IllegalArgumentException with what to say after the setting's name, if it breaks the
   *     setting's rule
   */
  static <T> Assignment<T> read(Setting<T> setting, String text, Origin origin) {
    return new Assignment<>(setting, setting.read(text), origin);
  }

  void applyTo(Values values) {
    setting.put(values, value);
  }
}
