package io.github.gan4j.internal.engine;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.internal.network.NetworkSpecs;
import java.util.EnumSet;
import java.util.Set;

/** What a run asks of its engine, checked before the first step. */
public final class EngineNeeds {
  private EngineNeeds() {}

  /**
   * Checks that an engine can do a run.
   *
   * @throws EngineException if it cannot; the message says what is missing
   */
  public static void check(GanEngine engine, GanConfig config) {
    Set<Capability> missing = EnumSet.of(Capability.TRAINING);
    missing.addAll(NetworkSpecs.capabilities(config));
    if (!config.objective().regularization().penalties().isEmpty()) {
      missing.add(Capability.DOUBLE_BACKWARD);
    }
    missing.removeAll(engine.capabilities());
    if (!missing.isEmpty()) {
      throw new EngineException(
          "the engine %s must be capable of %s, is capable of %s"
              .formatted(engine.id(), missing, engine.capabilities()),
          null);
    }
  }
}
