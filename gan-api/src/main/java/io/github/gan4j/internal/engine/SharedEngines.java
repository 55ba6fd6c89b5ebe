package io.github.gan4j.internal.engine;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.internal.engine.EngineLease.Holders;
import java.util.HashMap;
import java.util.Map;

/**
 * The engines of those who were given none: one a provider, made for its first user and closed with
 * its last. A provider is told from another by its class, since each class loader may bring its
 * own.
 */
final class SharedEngines {
  private static final Map<Class<?>, Holders> OPEN = new HashMap<>();

  private SharedEngines() {}

  static EngineLease lease(GanEngineProvider provider) {
    Class<?> key = provider.getClass();
    synchronized (OPEN) {
      Holders open = OPEN.get(key);
      EngineLease lease = open == null ? null : open.tryLease();
      if (lease != null) {
        return lease;
      }
      GanEngine engine = provider.create();
      Holders made = new Holders(engine, ended -> end(key, ended, engine));
      OPEN.put(key, made);
      return EngineLease.first(made);
    }
  }

  private static void end(Class<?> key, Holders ended, GanEngine engine) {
    synchronized (OPEN) {
      // The next user may have found these over, and have put its own there.
      OPEN.remove(key, ended);
    }
    engine.close();
  }
}
