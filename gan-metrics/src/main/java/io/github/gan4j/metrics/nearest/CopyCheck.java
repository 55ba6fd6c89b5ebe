package io.github.gan4j.metrics.nearest;

import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a generator memorises: whether its images are copies of the images it was trained on. How
 * near is too near depends on the data, so the baseline is how near real images come to the
 * training images. {@link NearestComparison} makes both searches. Immutable and thread-safe.
 *
 * @param generated from each generated image to the nearest training image
 * @param baseline from each real image to the nearest training image
 * @param closer how many generated images are closer to a training image than all but the closest
 *     twentieth of the baseline; of real images, a twentieth would be
 * @param farther how many are farther from every training image than all but the farthest twentieth
 *     of the baseline
 */
public record CopyCheck(Distances generated, Distances baseline, int closer, int farther) {
  /** The fewest distances that make a baseline: a twentieth of them is one. */
  public static final int FEWEST_BASELINE = 20;

  /** What the distances say; of a few images, little. */
  public enum Verdict {
    /**
     * More than a quarter of the generated images are closer, five times what is to be expected.
     */
    LIKELY_COPIES,
    /** More than half of the generated images are farther: no copies, nor like real images. */
    UNLIKE_REAL,
    /** Neither: generated images are about as new as real ones that were not trained on. */
    NEW
  }

  /**
   * A summary of Euclidean distances.
   *
   * @param count how many, at least 1
   * @param smallest the smallest
   * @param median the one in the middle; the lower one of two
   * @param largest the largest
   */
  public record Distances(int count, double smallest, double median, double largest) {}

  /**
   * Judges the results of two {@linkplain NearestImages#find searches} among the same training
   * images.
   *
   * @param generated the matches of each generated image, at least one
   * @param baseline the matches of each real image, which is not among the training images; the
   *     more, the better, and at least {@value #FEWEST_BASELINE}
   * @throws IllegalArgumentException if there are fewer, or an image has no match
   */
  public static CopyCheck of(List<List<Match>> generated, List<List<Match>> baseline) {
    double[] ours = nearest("generated", generated, 1);
    double[] theirs = nearest("baseline", baseline, FEWEST_BASELINE);
    int twentieth = theirs.length / 20;
    double near = theirs[twentieth];
    double far = theirs[theirs.length - 1 - twentieth];
    return new CopyCheck(
        distances(ours),
        distances(theirs),
        (int) Arrays.stream(ours).filter(distance -> distance < near).count(),
        (int) Arrays.stream(ours).filter(distance -> distance > far).count());
  }

  /** Returns the verdict. */
  public Verdict verdict() {
    if (closer > generated.count / 4.0) {
      return Verdict.LIKELY_COPIES;
    }
    return farther > generated.count / 2.0 ? Verdict.UNLIKE_REAL : Verdict.NEW;
  }

  /** Returns the distance of each image's nearest match, sorted. */
  private static double[] nearest(String field, List<List<Match>> found, int fewest) {
    if (Arguments.notNull(field, found).size() < fewest) {
      throw new IllegalArgumentException(
          "%s must be of at least %s %s, was of %s"
              .formatted(field, fewest, fewest == 1 ? "image" : "images", found.size()));
    }
    double[] distances = new double[found.size()];
    for (int i = 0; i < distances.length; i++) {
      if (found.get(i).isEmpty()) {
        throw new IllegalArgumentException(
            "%s must have a match for each image, has none for image %s".formatted(field, i));
      }
      distances[i] = found.get(i).get(0).distance();
    }
    Arrays.sort(distances);
    return distances;
  }

  private static Distances distances(double[] sorted) {
    int last = sorted.length - 1;
    return new Distances(sorted.length, sorted[0], sorted[last / 2], sorted[last]);
  }
}
