package io.github.gan4j.report.health;

import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells when losses are out of all proportion: larger than the loss says is usual. */
final class DivergenceCheck {
  /** What diverges does so within some dozens of steps. */
  private static final int NEWEST_STEPS = 50;

  private DivergenceCheck() {}

  static Optional<Diagnosis> of(RunFigures figures) {
    Divergence end = figures.divergence();
    if (end != null) {
      return Optional.of(ended(figures, end));
    }
    return Evidence.steps(figures) == 0 ? Optional.empty() : outOfProportion(figures);
  }

  private static Diagnosis ended(RunFigures figures, Divergence end) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Figures.format(
            "step %d: %s; discriminator loss %s, generator loss %s",
            end.step(), end.where(), end.discriminator(), end.generator()));
    if (Evidence.steps(figures) > 0) {
      Stretch newest = Evidence.newest(figures, NEWEST_STEPS);
      lines.add(
          Figures.format(
              "mean losses of %s: discriminator %s, generator %s",
              Evidence.span(newest),
              Figures.loss(newest.discriminator()),
              Figures.loss(newest.generator())));
    }
    return new Diagnosis(
        Health.DIVERGED,
        "A number is infinite or none any more: the weights grew without bound, which ended the"
            + " run. Start anew.",
        lines,
        Advisor.againstDivergence(figures.config()));
  }

  private static Optional<Diagnosis> outOfProportion(RunFigures figures) {
    Stretch newest = Evidence.newest(figures, NEWEST_STEPS);
    double largest = figures.loss().largestUsualLoss();
    if (Math.abs(newest.discriminator()) <= largest && Math.abs(newest.generator()) <= largest) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnosis(
            Health.DIVERGED,
            "The losses are out of all proportion: the weights grow without bound, and neither"
                + " player learns any more. This run will hardly recover; start anew.",
            List.of(
                Figures.format(
                    "mean losses of %s: discriminator %s, generator %s; nothing above %s is sound",
                    Evidence.span(newest),
                    Figures.loss(newest.discriminator()),
                    Figures.loss(newest.generator()),
                    Figures.loss(largest))),
            Advisor.againstDivergence(figures.config())));
  }
}
