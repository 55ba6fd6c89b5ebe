package io.github.gan4j.internal.engine;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.error.EngineException;
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
    addLayers(missing, config.generator());
    addLayers(missing, config.discriminator());
    if (!config.regularization().penalties().isEmpty()) {
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

  private static void addLayers(Set<Capability> needs, NetworkConfig network) {
    if (network.batchNorm() != null) {
      needs.add(Capability.BATCH_NORM);
    }
    if (network.dropout() > 0) {
      needs.add(Capability.DROPOUT);
    }
    if (network.spectralNorm()) {
      needs.add(Capability.SPECTRAL_NORM);
    }
  }
}
