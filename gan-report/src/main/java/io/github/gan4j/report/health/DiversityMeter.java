package io.github.gan4j.report.health;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;

/**
 * Measures the diversity of generated images: their mean pairwise distance, divided by that of real
 * images.
 *
 * <p>The generated images come from the same latent vectors each time, so that the figure changes
 * with the generator alone; the real ones are spread over the dataset, which may be sorted. Large
 * images are compared in fewer pairs, so that a measurement stays at some two million subtractions.
 */
final class DiversityMeter {
  private static final int IMAGES = 64;
  private static final long SEED = 64;
  private static final int MOST_DIFFERENCES = 2_000_000;

  private final double realDistance;

  DiversityMeter(Dataset dataset) {
    realDistance = meanDistance(Images.evenlySpaced(dataset, IMAGES));
  }

  /** Returns the ratio of distances, generated to real; NaN where the real images are all one. */
  double ratio(Generator generator) {
    return realDistance > 0
        ? meanDistance(generator.generate(IMAGES, SEED)) / realDistance
        : Double.NaN;
  }

  /**
   * Returns the mean Euclidean distance between two images. Image i is compared with those some
   * places further on, all around: with half of all others that is nearly every pair, once.
   */
  static double meanDistance(Images images) {
    ImageShape shape = images.shape();
    int count = images.count();
    int furthest = Math.max(1, (count - 1) / 2);
    long affordable = MOST_DIFFERENCES / ((long) count * shape.size());
    int offsets = (int) Math.max(1, Math.min(furthest, affordable));
    float[] values = images.toArray();
    double sum = 0;
    for (int k = 1; k <= offsets; k++) {
      int offset = furthest * k / offsets;
      for (int i = 0; i < count; i++) {
        sum += distance(values, i * shape.size(), (i + offset) % count * shape.size(), shape);
      }
    }
    return sum / ((double) offsets * count);
  }

  private static double distance(float[] values, int first, int second, ImageShape shape) {
    double sum = 0;
    for (int i = 0; i < shape.size(); i++) {
      float difference = values[first + i] - values[second + i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
