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
 * @param closer how many generated images are nearer to a training image than all but a twentieth
 *     of the held-out ones are; as real images are, a twentieth would be
 */
public record CopyCheck(Distances generated, Distances heldOut, int closer) {
  private static final double TWENTIETH = 0.05;
  private static final double SUSPICIOUS = 0.25;

  /** What the distances tell. */
  public enum Verdict {
    /** More than a quarter of the generated images are closer than a twentieth should be. */
    CLOSE,
    /** Most generated images are farther off than nearly all held-out ones. */
    FAR,
    /** Neither: what is generated is as new as what was held out. */
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
    if (heldOut.size() < 1 / TWENTIETH) {
      throw new IllegalArgumentException(
          "heldOut must hold at least 20 images, held " + heldOut.size());
    }
    double[] ours = nearest(generated);
    double[] theirs = nearest(heldOut);
    double near = theirs[(int) (theirs.length * TWENTIETH)];
    int closer = (int) Arrays.stream(ours).filter(distance -> distance < near).count();
    return new CopyCheck(distances(ours), distances(theirs), closer);
  }

  /** Returns the verdict. */
  public Verdict verdict() {
    if (closer > generated.count * SUSPICIOUS) {
      return Verdict.CLOSE;
    }
    return generated.median > heldOut.largest ? Verdict.FAR : Verdict.NEW;
  }

  private static double[] nearest(List<List<Match>> found) {
    return found.stream().mapToDouble(matches -> matches.get(0).distance()).sorted().toArray();
  }

  private static Distances distances(double[] sorted) {
    int last = sorted.length - 1;
    return new Distances(sorted.length, sorted[0], sorted[last / 2], sorted[last]);
  }
}
