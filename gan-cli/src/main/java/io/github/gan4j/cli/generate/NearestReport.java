package io.github.gan4j.cli.generate;

import io.github.gan4j.metrics.nearest.CopyCheck;
import io.github.gan4j.metrics.nearest.CopyCheck.Distances;
import io.github.gan4j.metrics.nearest.NearestComparison;
import io.github.gan4j.metrics.nearest.NearestComparison.Baseline;
import java.util.Locale;

/** The distances of generated images to training images, and the verdict, in words. */
final class NearestReport {
  private NearestReport() {}

  static String of(NearestComparison comparison) {
    CopyCheck check = comparison.check();
    return String.join(
        System.lineSeparator(),
        "distance to the nearest of %-20s smallest   median  largest"
            .formatted(comparison.training().name()),
        row("generated images", check.generated()),
        row(name(comparison.baseline()), check.baseline()),
        verdict(check));
  }

  private static String name(Baseline baseline) {
    return switch (baseline) {
      case HELD_OUT -> "real images held out of training";
      case TRAINING -> "of these, to their nearest others";
    };
  }

  private static String row(String what, Distances distances) {
    return String.format(
        Locale.ROOT,
        "  %5d %-36s %8.2f %8.2f %8.2f",
        distances.count(),
        what,
        distances.smallest(),
        distances.median(),
        distances.largest());
  }

  private static String verdict(CopyCheck check) {
    int count = check.generated().count();
    return switch (check.verdict()) {
      case NEW ->
          "not memorised: %s of %s are closer to a training image than 95%% of real images are"
              .formatted(check.closer(), count);
      case LIKELY_COPIES ->
          ("perhaps memorised: %s of %s are closer to a training image than 95%% of real images"
                  + " are; look at the first rows")
              .formatted(check.closer(), count);
      case UNLIKE_REAL ->
          ("not memorised, but unlike real images: %s of %s are farther from every training image"
                  + " than 95%% of real images are")
              .formatted(check.farther(), count);
    };
  }
}
