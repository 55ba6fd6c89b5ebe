package io.github.gan4j.internal.engine;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.error.EngineException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the default engine on the class path, for one user alone or for all to share. */
public final class Engines {
  private Engines() {}

  /**
   * Returns a new engine of the provider with the highest priority.
   *
   * @throws EngineException if there is none, if two have one id, or if it cannot run here
   */
  public static GanEngine create() {
    return provider().create();
  }

  /**
   * Returns a lease of the engine that all share who call this: of the provider with the highest
   * priority, made now if nobody has it.
   *
   * @throws EngineException if there is none, if two have one id, or if it cannot run here
   */
  public static EngineLease share() {
    return SharedEngines.lease(provider());
  }

  private static GanEngineProvider provider() {
    // The library's own loader as well: in containers the thread's may not see the engine.
    GanEngineProvider provider = best(Thread.currentThread().getContextClassLoader());
    if (provider == null) {
      provider = best(Engines.class.getClassLoader());
    }
    if (provider == null) {
      throw new EngineException(
          "no GAN engine found: add io.github.gan4j:gan-cpu to the class path,"
              + " or call Gan.builder().engine(...)",
          null);
    }
    return provider;
  }

  private static @Nullable GanEngineProvider best(@Nullable ClassLoader loader) {
    if (loader == null) {
      return null;
    }
    Map<String, GanEngineProvider> byId = new HashMap<>();
    GanEngineProvider best = null;
    try {
      for (GanEngineProvider provider : ServiceLoader.load(GanEngineProvider.class, loader)) {
        GanEngineProvider other = byId.putIfAbsent(provider.id(), provider);
        if (other != null) {
          throw new EngineException(
              "two GAN engines of the id %s found: %s and %s; remove one from the class path"
                  .formatted(
                      provider.id(), other.getClass().getName(), provider.getClass().getName()),
              null);
        }
        if (best == null || provider.priority() > best.priority()) {
          best = provider;
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new EngineException("a GAN engine cannot be loaded: " + e.getMessage(), e);
    }
    return best;
  }
}
