package io.github.gan4j.dl4j;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.tck.EngineContract;
import org.junit.jupiter.api.Nested;

/** The dense engine keeps the contract, whatever multiplies, whether alone or in a team. */
class Dl4jEngineContractTest {

  @Nested
  class OpenblasWithOneThread extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(1, Kernels.OPENBLAS);
    }
  }

  @Nested
  class OpenblasWithTwoThreads extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(2, Kernels.OPENBLAS);
    }
  }

  @Nested
  class OpenblasWithMoreThreadsThanProcessors extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(5, Kernels.OPENBLAS);
    }
  }

  @Nested
  class VectorWithOneThread extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(1, Kernels.VECTOR);
    }
  }

  @Nested
  class VectorWithTwoThreads extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(2, Kernels.VECTOR);
    }
  }

  @Nested
  class VectorWithMoreThreadsThanProcessors extends EngineContract {
    @Override
    protected GanEngine engine() {
      return new Dl4jEngine(5, Kernels.VECTOR);
    }
  }
}
