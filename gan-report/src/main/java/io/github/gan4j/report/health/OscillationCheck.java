package io.github.gan4j.report.health;

import io.github.gan4j.report.internal.Figures;
import java.util.List;
import java.util.Optional;

/**
 * Detects oscillation: players that overtake each other in turns.
 *
 * <p>How far the discriminator tells real from generated is looked at in two dozen parts of the
 * last two fifths of a run (at least 600 steps). Healthy runs keep within a band of 0.15 there,
 * because each part is a mean over 25 steps or more; the run on MNIST that took turns went between
 * −0.58 and 0.80. A band wider than 0.4 that is crossed from one outer third to the other at least
 * four times is two full turns, and no drift.
 */
final class OscillationCheck {
  private static final double WIDEST_BAND = 0.4;
  private static final int MOST_CROSSINGS = 3;

  private OscillationCheck() {}

  static Optional<Diagnosis> of(RunFigures figures, LossScale scale) {
    List<Stretch> parts = Evidence.parts(figures);
    double[] separations =
        parts.stream().mapToDouble(part -> scale.separation(part.discriminator())).toArray();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double separation : separations) {
      low = Math.min(low, separation);
      high = Math.max(high, separation);
    }
    int crossings = crossings(separations, low, high);
    if (!(high - low > WIDEST_BAND) || crossings <= MOST_CROSSINGS) {
      return Optional.empty();
    }
    Stretch whole = parts.stream().reduce(Stretch::join).orElseThrow();
    return Optional.of(
        new Diagnosis(
            Health.OSCILLATING,
            "The players overtake each other in turns instead of settling: each undoes what the"
                + " other has learnt.",
            List.of(
                Figures.format(
                    "the discriminator's mean loss swings between %s and %s in %s, %d times from"
                        + " end to end",
                    Figures.loss(scale.guessing() * (1 - high)),
                    Figures.loss(scale.guessing() * (1 - low)),
                    Evidence.span(whole),
                    crossings)),
            Advisor.againstOscillation(figures.config())));
  }

  /** Returns how often the values go from the lower third of their band to the upper or back. */
  private static int crossings(double[] values, double low, double high) {
    double third = (high - low) / 3;
    int crossings = 0;
    int side = 0;
    for (double value : values) {
      int now = value < low + third ? -1 : value > high - third ? 1 : side;
      if (side != 0 && now != side) {
        crossings++;
      }
      side = now;
    }
    return crossings;
  }
}
