package io.github.gan4j.metrics.nearest;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Generated images, the training images nearest to each, and whether they are copies. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * NearestComparison comparison =
 *     NearestComparison.withHeldOut(gan.generate(100, 1), 5, Mnist.train(), Mnist.test());
 * CopyCheck.Verdict verdict = comparison.check().verdict();
 * }</pre>
 *
 * @param generated the generated images
 * @param training the images that the generator was trained on
 * @param matches the nearest training images of each generated one, the nearest first
 * @param check the distances beside those of the baseline
 * @param baseline what the baseline is
 */
public record NearestComparison(
    Images generated,
    Dataset training,
    List<List<Match>> matches,
    CopyCheck check,
    Baseline baseline) {
  /** Enough for the baseline's quantiles, few enough for seconds. */
  private static final int MOST_REAL = 500;

  /** The real images whose distances to the training images generated ones are compared with. */
  public enum Baseline {
    /** Real images that were not trained on. */
    HELD_OUT,
    /** The training images themselves, each compared with all others. */
    TRAINING
  }

  /** Copies the list of matches. */
  public NearestComparison {
    matches = List.copyOf(matches);
  }

  /**
   * Compares generated images with the images of a dataset; the baseline is up to 500 held-out
   * images from all over their dataset.
   *
   * @param generated at least one image
   * @param count how many of the nearest to find for each image, from 1 to the training dataset's
   *     size
   * @param training the images that the generator was trained on
   * @param heldOut at least {@value CopyCheck#FEWEST_BASELINE} images of the same kind and shape
   *     that it was not trained on
   * @throws IllegalArgumentException if shapes differ, there are too few images, a value is not
   *     finite or the count is out of range
   */
  public static NearestComparison withHeldOut(
      Images generated, int count, Dataset training, Dataset heldOut) {
    check(generated, training);
    List<List<Match>> matches = NearestImages.find(generated, training, count);
    Images real = Images.evenlySpaced(Arguments.notNull("heldOut", heldOut), MOST_REAL);
    CopyCheck check = CopyCheck.of(matches, NearestImages.find(real, training, 1));
    return new NearestComparison(generated, training, matches, check, Baseline.HELD_OUT);
  }

  /**
   * Compares generated images with the images of a dataset of which none were held out; the
   * baseline is up to 500 images from all over it, each with the nearest of the others.
   *
   * @param generated at least one image
   * @param count how many of the nearest to find for each image, from 1 to the training dataset's
   *     size
   * @param training the images that the generator was trained on, at least {@value
   *     CopyCheck#FEWEST_BASELINE}
   * @throws IllegalArgumentException if shapes differ, there are too few images, a value is not
   *     finite or the count is out of range
   */
  public static NearestComparison withTraining(Images generated, int count, Dataset training) {
    check(generated, training);
    List<List<Match>> matches = NearestImages.find(generated, training, count);
    // The nearest to a training image is that image itself, or one that equals it.
    List<List<Match>> others =
        NearestImages.find(
                Images.evenlySpaced(training, MOST_REAL), training, Math.min(2, training.size()))
            .stream()
            .map(found -> found.subList(1, found.size()))
            .toList();
    CopyCheck check = CopyCheck.of(matches, others);
    return new NearestComparison(generated, training, matches, check, Baseline.TRAINING);
  }

  /** Returns the indices of the generated images, that nearest to a training image first. */
  public List<Integer> closestFirst() {
    return IntStream.range(0, generated.count())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> matches.get(i).get(0).distance()))
        .toList();
  }

  private static void check(Images generated, Dataset training) {
    Arguments.notNull("generated", generated);
    Arguments.notNull("training", training);
  }
}
