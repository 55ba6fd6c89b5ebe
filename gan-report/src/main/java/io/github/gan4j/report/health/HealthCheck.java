package io.github.gan4j.report.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Diagnoses a run from its figures: divergence, mode collapse, imbalance, oscillation. A pure
 * function: the same figures give the same verdict.
 *
 * <p>What it looks at, with which thresholds and why, is in docs/guide/report.md. In short: losses
 * beyond all proportion are divergence; generated images that lie closer together than real ones
 * are mode collapse; the discriminator's loss, on the scale from guessing to telling everything,
 * says who is winning and whether the players take turns. That scale is known for the
 * non-saturating, the hinge and the least-squares loss; with any other only divergence and
 * diversity are judged.
 */
public final class HealthCheck {
  /** In its first hundreds of steps every run looks as if somebody were winning. */
  private static final int FEWEST_STEPS = 500;

  private HealthCheck() {}

  /** Returns the verdict on a run so far. */
  public static Verdict of(RunFigures figures) {
    List<Diagnosis> found = new ArrayList<>();
    long steps = Evidence.steps(figures);
    Optional<LossScale> scale = LossScale.of(figures.config(), figures.loss());
    DivergenceCheck.of(figures).ifPresent(found::add);
    // Who wins, and how varied images are, says nothing once losses are beyond all proportion.
    if (steps >= FEWEST_STEPS && found.isEmpty()) {
      DiversityCheck.of(figures).ifPresent(found::add);
      scale.flatMap(known -> OscillationCheck.of(figures, known)).ifPresent(found::add);
      scale.flatMap(known -> BalanceCheck.of(figures, known)).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      found.add(steps < FEWEST_STEPS ? tooEarly(steps) : allWell(figures, scale));
    }
    return new Verdict(found);
  }

  private static Diagnosis tooEarly(long steps) {
    return new Diagnosis(
        Health.TOO_EARLY,
        "It is too early to tell: at first one player is always ahead of the other.",
        List.of(steps + " steps are done, a verdict takes " + FEWEST_STEPS),
        List.of());
  }

  private static Diagnosis allWell(RunFigures figures, Optional<LossScale> scale) {
    List<String> lines = new ArrayList<>();
    scale.ifPresent(known -> lines.addAll(BalanceCheck.describe(figures, known)));
    List<Diversity> diversities = figures.diversities();
    if (!diversities.isEmpty()) {
      lines.add(
          DiversityCheck.describe(diversities.get(diversities.size() - 1))
              + ", where real images have 1");
    }
    return scale.isPresent()
        ? new Diagnosis(
            Health.BALANCED,
            "The players keep each other in balance: neither is winning, and both learn.",
            lines,
            List.of())
        : new Diagnosis(
            Health.NOTHING_FOUND,
            "Nothing is wrong in what can be judged. Who is winning cannot: what the values of this"
                + " loss mean is known to its author alone.",
            lines,
            List.of());
  }
}
