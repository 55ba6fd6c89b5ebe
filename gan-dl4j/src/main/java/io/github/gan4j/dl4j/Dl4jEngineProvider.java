package io.github.gan4j.dl4j;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;

/** Lets {@code ServiceLoader} find the {@link Dl4jEngine}. */
public final class Dl4jEngineProvider implements GanEngineProvider {
  static final String ID = "dl4j";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public GanEngine create() {
    return new Dl4jEngine();
  }
}
