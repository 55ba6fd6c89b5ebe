package io.github.gan4j.report.health;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.loss.AdversarialLoss;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a run's health is diagnosed from: losses, discriminator outputs, and diversity
 * of images.
 *
 * @param config what the run is made of
 * @param loss what its players minimise
 * @param stretches its steps from the first to the newest, in order
 * @param diversities how varied its images were, in order; may be empty
 * @param divergence what ended it, if a loss did; null otherwise
 */
public record RunFigures(
    GanConfig config,
    AdversarialLoss loss,
    List<Stretch> stretches,
    List<Diversity> diversities,
    @Nullable Divergence divergence) {

  /** Makes those of a run that no loss has ended. */
  public RunFigures(
      GanConfig config,
      AdversarialLoss loss,
      List<Stretch> stretches,
      List<Diversity> diversities) {
    this(config, loss, stretches, diversities, null);
  }

  /** Copies the lists. */
  public RunFigures {
    stretches = List.copyOf(stretches);
    diversities = List.copyOf(diversities);
  }

  /**
   * Returns the loss of a discriminator that cannot tell real from generated, real plus fake: 2 ln
   * 2 for the non-saturating loss, 2 for hinge, ¼ for least squares; empty for a loss that says
   * nothing of it.
   */
  public OptionalDouble guessingLoss() {
    return LossScale.of(config, loss)
        .map(scale -> OptionalDouble.of(scale.guessing()))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Returns whether the probabilities are such. With other losses than the non-saturating one they
   * are scores squeezed into [0, 1], of which only the order and the changes mean something.
   */
  public boolean hasProbabilities() {
    return LossScale.of(config, loss).map(LossScale::probabilities).orElse(false);
  }
}
