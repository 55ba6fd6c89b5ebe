package io.github.gan4j.report.health;

import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detects imbalance between the players, from how far the discriminator tells real from generated
 * ({@link LossScale}): 0 is guessing, 1 is telling everything.
 *
 * <p>Above 0.6 the two distributions, as the discriminator sees them, differ more than they
 * overlap; with cross-entropy its loss is below 0.55 then. Healthy runs on MNIST have 0.05 to 0.35,
 * by the loss; a run whose generator does not learn is above 0.9 after a hundred steps and stays.
 *
 * <p>Below 0 the discriminator does worse than if it gave all images the same score. One that keeps
 * up cannot: even a balanced run whose loss comes within 1% of guessing stays above. Means over 300
 * steps vary by some thousandths.
 */
final class BalanceCheck {
  private static final double WINNING = 0.6;
  private static final double WON = 0.9;
  private static final double GUESSING = 0;
  private static final double FOOLED = -0.05;

  private BalanceCheck() {}

  static Optional<Diagnosis> of(RunFigures figures, LossScale scale) {
    Stretch recent = Evidence.recent(figures);
    double separation = scale.separation(recent.discriminator());
    if (separation > WINNING) {
      return Optional.of(
          new Diagnosis(
              Health.DISCRIMINATOR_WINNING,
              separation > WON
                  ? "The discriminator tells real from generated almost without error. The"
                      + " generator hardly learns from it any more."
                  : "The discriminator is well ahead. The generator still learns, but less than it"
                      + " could, and covers less of the data.",
              describe(figures, scale),
              Advisor.againstDiscriminator(figures.config())));
    }
    if (separation < GUESSING) {
      return Optional.of(
          new Diagnosis(
              Health.GENERATOR_WINNING,
              separation < FOOLED
                  ? "The discriminator is fooled more often than by chance: it is too weak or too"
                      + " slow to teach the generator anything."
                  : "The discriminator only guesses. Unless the generated images are as good as"
                      + " real ones, it is too weak or too slow to teach the generator anything.",
              describe(figures, scale),
              Advisor.againstGenerator(figures.config())));
    }
    return Optional.empty();
  }

  /**
   * Returns the figures of the newest part of the run, as far as the loss makes them mean
   * something.
   */
  static List<String> describe(RunFigures figures, LossScale scale) {
    Stretch recent = Evidence.recent(figures);
    List<String> lines = new ArrayList<>();
    lines.add(
        Figures.format(
            "discriminator's loss, mean of %s: %s; guessing would cost %s",
            Evidence.span(recent),
            Figures.loss(recent.discriminator()),
            Figures.loss(scale.guessing())));
    if (scale.probabilities()) {
      lines.add(
          Figures.format(
              "it gives real images %s and generated ones %s on average; 0.5 is a guess",
              Figures.loss(recent.realProbability()), Figures.loss(recent.fakeProbability())));
    }
    return lines;
  }
}
