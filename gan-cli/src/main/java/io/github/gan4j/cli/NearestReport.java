package io.github.gan4j.cli;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.nearest.CopyCheck;
import io.github.gan4j.report.nearest.CopyCheck.Distances;
import io.github.gan4j.report.nearest.NearestImages;
import io.github.gan4j.report.nearest.NearestImages.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Generated images, the training images nearest to them, and what the distances tell.
 *
 * @param generated the generated images
 * @param training what they are compared with
 * @param matches the nearest ones of each generated image
 * @param check the distances beside those of real images
 * @param yardstick what those real images are
 */
record NearestReport(
    Images generated,
    Dataset training,
    List<List<Match>> matches,
    CopyCheck check,
    String yardstick) {
  /** Enough for a yardstick, few enough for seconds. */
  private static final int MOST_REAL = 500;

  /**
   * Compares images with those of a dataset.
   *
   * @param count how many of the nearest are looked for
   * @param heldOut real images that were not trained on; null if there are none: then training
   *     images are the yardstick, each compared with the others
   */
  static NearestReport of(
      Images generated, int count, Dataset training, @Nullable Dataset heldOut) {
    List<List<Match>> matches = NearestImages.find(generated, training, count);
    return new NearestReport(
        generated,
        training,
        matches,
        CopyCheck.of(
            matches,
            heldOut == null
                ? amongThemselves(training)
                : NearestImages.find(spread(heldOut, MOST_REAL), training, 1)),
        heldOut == null ? "of these, to their nearest others" : "real images held out of training");
  }

  /** The nearest to a training image is that image itself, or one that equals it. */
  private static List<List<Match>> amongThemselves(Dataset training) {
    return NearestImages.find(spread(training, MOST_REAL), training, 2).stream()
        .map(matches -> matches.subList(1, 2))
        .toList();
  }

  /** Returns the generated images, that nearest to a training image first. */
  List<Integer> order() {
    return IntStream.range(0, generated.count())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> matches.get(i).get(0).distance()))
        .toList();
  }

  /** Returns figures and a verdict, for a person. */
  String inWords() {
    return String.join(
        System.lineSeparator(),
        "distance to the nearest of %-20s smallest   median  largest".formatted(training.name()),
        row("generated images", check.generated()),
        row(yardstick, check.heldOut()),
        verdict());
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

  private String verdict() {
    int count = check.generated().count();
    return switch (check.verdict()) {
      case NEW ->
          "not memorised: %s of %s are closer to a training image than 95%% of real images are"
              .formatted(check.closer(), count);
      case CLOSE ->
          ("perhaps memorised: %s of %s are closer to a training image than 95%% of real images"
                  + " are; look at the first rows")
              .formatted(check.closer(), count);
      case FAR ->
          ("not memorised, but unlike real images: %s of %s are farther from every training image"
                  + " than 95%% of real images are")
              .formatted(check.farther(), count);
    };
  }

  /** Returns images from all over a dataset. */
  private static Images spread(Dataset dataset, int most) {
    int count = Math.min(most, dataset.size());
    ImageShape shape = dataset.shape();
    float[] values = new float[count * shape.size()];
    for (int i = 0; i < count; i++) {
      dataset.read((int) ((long) dataset.size() * i / count), values, i * shape.size());
    }
    return Images.of(shape, values);
  }
}
