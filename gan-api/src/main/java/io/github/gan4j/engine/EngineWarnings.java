package io.github.gan4j.engine;

import io.github.gan4j.internal.log.Warnings;

/**
 * Where an engine's warnings go, such as that a native library is missing: the same way as those of
 * the library itself, to SLF4J if a provider of it is there, or else to {@link System.Logger}.
 */
public final class EngineWarnings {
  private EngineWarnings() {}

  /**
   * Warns.
   *
   * @param source in whose name; the logger is called after it
   */
  public static void warn(Class<?> source, String message) {
    Warnings.warn(source, message);
  }
}
