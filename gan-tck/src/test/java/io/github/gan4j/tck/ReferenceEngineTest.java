package io.github.gan4j.tck;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.tck.reference.ReferenceEngine;

class ReferenceEngineTest extends EngineContract {
  @Override
  protected GanEngine engine() {
    return new ReferenceEngine();
  }
}
