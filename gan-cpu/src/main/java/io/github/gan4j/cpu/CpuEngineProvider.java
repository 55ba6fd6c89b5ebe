package io.github.gan4j.cpu;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;

/** Lets {@code ServiceLoader} find the {@link CpuEngine}. */
public final class CpuEngineProvider implements GanEngineProvider {
  static final String ID = "cpu";

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
    return new CpuEngine();
  }
}
