package io.github.gan4j.report.health;

import io.github.gan4j.report.internal.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Detects mode collapse: generated images that resemble each other too much.
 *
 * <p>A generator that makes k pictures, each as often as the others and without variation, has a
 * diversity of 1 − 1/k: 0.5 is two pictures, 0.75 four. Only heavy collapse shows: a generator that
 * left out one of ten digits would still have 0.9. A diversity near 1 therefore is no proof that
 * all modes are covered.
 *
 * <p>Healthy runs on MNIST begin at 0.45 after 100 steps, when all images are grey, and have passed
 * 0.7 after 500; they vary by less than 0.05 between measurements. Hence nothing is diagnosed
 * before step 500, a level below 0.5 is collapse, and so is a fall by a quarter from the best so
 * far.
 */
final class DiversityCheck {
  static final int FEWEST_STEPS = 500;
  private static final double TOO_LOW = 0.5;
  private static final double LARGEST_FALL = 0.25;

  private DiversityCheck() {}

  static Optional<Diagnosis> of(RunFigures figures) {
    List<Diversity> known =
        figures.diversities().stream()
            .filter(diversity -> diversity.step() >= FEWEST_STEPS)
            .filter(diversity -> Double.isFinite(diversity.ratio()))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Diversity newest = known.get(known.size() - 1);
    Diversity best = known.stream().max(Comparator.comparingDouble(Diversity::ratio)).orElseThrow();
    boolean fallen = best.ratio() >= TOO_LOW && newest.ratio() < (1 - LARGEST_FALL) * best.ratio();
    if (newest.ratio() >= TOO_LOW && !fallen) {
      return Optional.empty();
    }
    String figure = describe(newest) + ", where real images have 1";
    return Optional.of(
        new Diagnosis(
            Health.DIVERSITY_FALLING,
            fallen
                ? "The generator makes less and less different images: it drops modes of the data"
                    + " (mode collapse)."
                : "The generator makes almost the same image again and again (mode collapse).",
            fallen
                ? List.of(
                    figure,
                    "its best was " + Figures.loss(best.ratio()) + " after step " + best.step())
                : List.of(figure, "below 0.5 is as if it made fewer than two pictures"),
            Advisor.againstCollapse(figures.config())));
  }

  static String describe(Diversity diversity) {
    return "diversity after step " + diversity.step() + ": " + Figures.loss(diversity.ratio());
  }
}
