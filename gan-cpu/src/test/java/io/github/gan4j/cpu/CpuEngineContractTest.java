package io.github.gan4j.cpu;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.tck.EngineContract;
import org.junit.jupiter.api.Nested;

/** The dense engine keeps the contract, whether alone or in a team. */
class CpuEngineContractTest {

  @Nested
  class WithOneThread extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new CpuEngine(1);
    }
  }

  @Nested
  class WithTwoThreads extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new CpuEngine(2);
    }
  }

  @Nested
  class WithMoreThreadsThanProcessors extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new CpuEngine(5);
    }
  }
}
