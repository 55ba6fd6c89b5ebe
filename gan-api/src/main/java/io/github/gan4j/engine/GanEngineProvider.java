package io.github.gan4j.engine;

/**
 * How {@code ServiceLoader} finds engines. Loading and asking a provider must load nothing native.
 */
public interface GanEngineProvider {

  /** Returns the engine's short name. Two providers of one id on a class path are an error. */
  String id();

  /** Returns the rank among the providers found; the highest is used. */
  int priority();

  /**
   * Returns a new engine, which the caller closes.
   *
   * @throws io.github.gan4j.error.EngineException if it cannot run here; the message says what to
   *     add
   */
  GanEngine create();
}
