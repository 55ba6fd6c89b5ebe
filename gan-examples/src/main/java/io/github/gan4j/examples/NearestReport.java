package io.github.gan4j.examples;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.nearest.CopyCheck;
import io.github.gan4j.report.nearest.NearestImages;
import io.github.gan4j.report.nearest.NearestImages.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Generated images, the training images nearest to them, and what the distances tell.
 *
 * @param generated the generated images
 * @param training what they are compared with
 * @param matches the nearest ones of each generated image
 * @param check the distances beside those of held-out images
 */
record NearestReport(
    Images generated, Dataset training, List<List<Match>> matches, CopyCheck check) {
  /** Enough for a yardstick, few enough for seconds. */
  private static final int MOST_HELD_OUT = 1000;

  static NearestReport of(Images generated, int count, RealImages real) {
    Dataset training = real.train().get();
    Images heldOut = spread(real.heldOut().get(), MOST_HELD_OUT);
    List<List<Match>> matches = NearestImages.find(generated, training, count);
    List<List<Match>> yardstick = NearestImages.find(heldOut, training, 1);
    return new NearestReport(generated, training, matches, CopyCheck.of(matches, yardstick));
  }

  /** Returns the generated images, that nearest to a training image first. */
  List<Integer> order() {
    return IntStream.range(0, generated.count())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> matches.get(i).get(0).distance()))
        .toList();
  }

  /** Returns figures and a sentence for a person. */
  String inWords() {
    CopyCheck.Distances ours = check.generated();
    CopyCheck.Distances theirs = check.heldOut();
    return "distance to the nearest of %s: smallest, median, largest%n"
            .formatted(training.name())
        + row("generated", ours)
        + row("held-out real", theirs)
        + sentence();
  }

  private static String row(String what, CopyCheck.Distances d) {
    return "  %6d %-13s  %8.3f %8.3f %8.3f%n"
        .formatted(d.count(), what, d.smallest(), d.median(), d.largest());
  }

  private String sentence() {
    return check.verdict().toString().toLowerCase(Locale.ROOT) + " " + check.closer();
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
