package io.github.gan4j.report.nearest;

import io.github.gan4j.report.nearest.NearestImages.Match;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a generator copies the images it was trained on. How near is too near depends on the
 * data, so that the yardstick is how near real images come that were held out of training.
 *
 * @param generated from each generated image to the nearest training image
 * @param heldOut from each held-out image to the nearest training image
 * @param closer how many generated images are closer to a training image than all but the closest
 *     twentieth of the held-out ones; of real images, a twentieth would be
 * @param farther how many are farther from every training image than all but the farthest twentieth
 *     of the held-out ones
 */
public record CopyCheck(Distances generated, Distances heldOut, int closer, int farther) {
  private static final int FEWEST_HELD_OUT = 20;

  /** What the distances tell; of a few images, little. */
  public enum Verdict {
    /**
     * More than a quarter of the generated images are closer, five times what is to be expected.
     */
    CLOSE,
    /** More than half of the generated images are farther: no copies, nor like real images. */
    FAR,
    /** Neither: what is generated is about as new as what was held out. */
    NEW
  }

  /**
   * Distances in figures.
   *
   * @param count how many, at least 1
   * @param smallest the smallest
   * @param median the one in the middle; the lower one of two
   * @param largest the largest
   */
  public record Distances(int count, double smallest, double median, double largest) {}

  /**
   * Judges the results of two searches among the same training images.
   *
   * @param generated of at least one generated image
   * @param heldOut of at least one real image that is not among the training images; the more, the
   *     better, and at least 20
   * @throws IllegalArgumentException if there are fewer
   */
  public static CopyCheck of(List<List<Match>> generated, List<List<Match>> heldOut) {
    if (generated.isEmpty()) {
      throw new IllegalArgumentException("generated must hold at least one image, held none");
    }
    if (heldOut.size() < FEWEST_HELD_OUT) {
      throw new IllegalArgumentException(
          "heldOut must hold at least %s images, held %s"
              .formatted(FEWEST_HELD_OUT, heldOut.size()));
    }
    double[] ours = nearest(generated);
    double[] theirs = nearest(heldOut);
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
      return Verdict.CLOSE;
    }
    return farther > generated.count / 2.0 ? Verdict.FAR : Verdict.NEW;
  }

  private static double[] nearest(List<List<Match>> found) {
    return found.stream().mapToDouble(matches -> matches.get(0).distance()).sorted().toArray();
  }

  private static Distances distances(double[] sorted) {
    int last = sorted.length - 1;
    return new Distances(sorted.length, sorted[0], sorted[last / 2], sorted[last]);
  }
}
