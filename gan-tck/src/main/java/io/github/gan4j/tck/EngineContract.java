package io.github.gan4j.tck;

import io.github.gan4j.engine.GanEngine;
import org.junit.jupiter.api.Nested;

/**
 * All that an engine must keep. An engine's tests extend it:
 *
 * <pre>{@code
 * class MyEngineTest extends EngineContract {
 *   @Override
 *   protected GanEngine engine() {
 *     return new MyEngine();
 *   }
 * }
 * }</pre>
 *
 * <p>What an engine does not declare as a {@linkplain GanEngine#capabilities() capability} is
 * skipped. Each concept is also a class of its own, for those who want one alone.
 */
public abstract class EngineContract {

  /** Makes a contract of one engine. */
  protected EngineContract() {}

  /**
   * Returns a new engine, the one under test. The contract closes it, perhaps more than once, and
   * the networks that it made.
   */
  protected abstract GanEngine engine();

  @Nested
  class Capabilities extends CapabilityContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Tensors extends TensorContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class FlatVectors extends FlatVectorContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Inference extends InferenceContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Activations extends ActivationContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Gradients extends GradientContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class WeightGradients extends WeightGradientContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class DoubleBackward extends DoubleBackwardContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class BatchNorm extends BatchNormContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class SpectralNorm extends SpectralNormContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Dropout extends DropoutContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Updates extends UpdateContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Averaging extends AveragingContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Resuming extends ResumeContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Views extends ViewContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Arguments extends ArgumentContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class CallOrder extends CallOrderContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Closing extends ClosingContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Repeatability extends RepeatabilityContract {
    @Override
    protected GanEngine engine() {
      return EngineContract.this.engine();
    }
  }
}
