package io.github.gan4j.dl4j;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.tck.EngineContract;
import org.junit.jupiter.api.Nested;

/** The dense engine keeps the contract, whether alone or in a team. */
class Dl4jEngineContractTest {

  @Nested
  class WithOneThread extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(1);
    }
  }

  @Nested
  class WithTwoThreads extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(2);
    }
  }

  @Nested
  class WithMoreThreadsThanProcessors extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(5);
    }
  }
}
