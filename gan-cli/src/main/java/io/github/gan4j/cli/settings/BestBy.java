package io.github.gan4j.cli.settings;

import io.github.gan4j.training.EpochSummary;
import java.util.function.ToDoubleFunction;

/** Which epoch's state is the best. */
public enum BestBy {
  /** The one with the lowest mean loss of the generator. */
  GENERATOR_LOSS,
  /** The one with the lowest mean loss of the discriminator. */
  DISCRIMINATOR_LOSS;

  /** Returns the figure that is the lowest in the best epoch. */
  public ToDoubleFunction<EpochSummary> metric() {
    return switch (this) {
      case GENERATOR_LOSS -> EpochSummary::generator;
      case DISCRIMINATOR_LOSS -> EpochSummary::discriminator;
    };
  }
}
