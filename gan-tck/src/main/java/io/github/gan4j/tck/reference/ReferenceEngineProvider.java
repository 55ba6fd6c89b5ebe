package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;

/**
 * Provides reference engines. It is not registered for {@code ServiceLoader}: nobody shall train
 * with it who did not ask for it.
 */
public final class ReferenceEngineProvider implements GanEngineProvider {

  /** Makes a provider, which needs nothing. */
  public ReferenceEngineProvider() {}

  @Override
  public String id() {
    return ReferenceEngine.ID;
  }

  @Override
  public int priority() {
    return Integer.MIN_VALUE;
  }

  @Override
  public GanEngine create() {
    return new ReferenceEngine();
  }
}
