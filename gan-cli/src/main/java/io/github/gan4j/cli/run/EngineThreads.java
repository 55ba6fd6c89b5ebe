package io.github.gan4j.cli.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the engine how many threads to use. */
final class EngineThreads {
  /** Read by the engine when it is made; documented in docs/guide/platforms.md. */
  private static final String PROPERTY = "gan4j.threads";

  private EngineThreads() {}

  /** Calls what makes an engine; null leaves the number to the engine. */
  static <T> T with(@Nullable Integer threads, Supplier<T> engineMaker) {
    if (threads == null) {
      return engineMaker.get();
    }
    String before = System.setProperty(PROPERTY, threads.toString());
    try {
      return engineMaker.get();
    } finally {
      if (before == null) {
        System.clearProperty(PROPERTY);
      } else {
        System.setProperty(PROPERTY, before);
      }
    }
  }
}
