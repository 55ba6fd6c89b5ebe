package io.github.gan4j.model;

import io.github.gan4j.image.Images;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/** What an inversion found: a latent vector for each target image. Immutable. */
public final class InversionResult {
  private final float[][] latents;
  private final int[] labels;
  private final Images images;
  private final Images targets;
  private final double[] errors;

  /**
   * Takes the vectors and what the generator makes of them.
   *
   * @param latents the vector found for each image
   * @param labels the class found for each image; none if the generator has no classes
   * @param images what the generator makes of them
   * @param targets the images that were inverted
   * @throws IllegalArgumentException if the numbers or the shapes differ
   */
  public InversionResult(float[][] latents, int[] labels, Images images, Images targets) {
    if (latents.length != images.count() || images.count() != targets.count()) {
      throw new IllegalArgumentException(
          "latents, images and target images must be as many, were %s, %s and %s"
              .formatted(latents.length, images.count(), targets.count()));
    }
    if (labels.length > 0 && labels.length != latents.length) {
      throw new IllegalArgumentException(
          "labels must be none or as many as latents, %s, were %s"
              .formatted(latents.length, labels.length));
    }
    if (!images.shape().equals(targets.shape())) {
      throw new IllegalArgumentException(
          "images must be %s as the targets, were %s".formatted(targets.shape(), images.shape()));
    }
    this.latents = copy(latents);
    this.labels = labels.clone();
    this.images = images;
    this.targets = targets;
    errors = new double[latents.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = meanSquare(images.values(i), targets.values(i));
    }
  }

  /** Returns a copy of the vectors, one an image in the images' order. */
  public float[][] latents() {
    return copy(latents);
  }

  /**
   * Returns a copy of the classes, one an image in the images' order: of all, that with which the
   * generator came nearest. Empty if it has no classes.
   */
  public int[] labels() {
    return labels.clone();
  }

  /** Returns what the generator makes of the vectors: as near to the targets as it came. */
  public Images images() {
    return images;
  }

  /** Returns the images that were inverted. */
  public Images targets() {
    return targets;
  }

  /**
   * Returns what remains for each image: the mean squared difference between its values, around
   * [-1, 1], and those of the one found.
   */
  public double[] errors() {
    return errors.clone();
  }

  /** Returns of how many images, and what remains of them. */
  @Override
  public String toString() {
    DoubleSummaryStatistics all = Arrays.stream(errors).summaryStatistics();
    return "latent vectors of %s, mean squared errors from %s to %s"
        .formatted(images, (float) all.getMin(), (float) all.getMax());
  }

  private static double meanSquare(float[] a, float[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      squares += difference * difference;
    }
    return squares / a.length;
  }

  private static float[][] copy(float[][] vectors) {
    float[][] copy = new float[vectors.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = vectors[i].clone();
    }
    return copy;
  }
}
