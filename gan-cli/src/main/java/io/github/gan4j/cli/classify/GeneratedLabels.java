package io.github.gan4j.cli.classify;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import java.util.Arrays;

/** What a classifier takes generated images for. */
public final class GeneratedLabels {
  private static final int AT_ONCE = 1000;

  private GeneratedLabels() {}

  /**
   * Returns the class of each of the first images of a seed. Channels are images of their own: of
   * classes a, b and c, of k classes, they make one of class {@code (a k + b) k + c}, as in Stacked
   * MNIST.
   *
   * @param generator its images are as high and wide as the classifier's
   * @param classifier one of grey images
   * @param count at least 1
   */
  public static int[] of(Generator generator, Classifier classifier, int count, long seed) {
    float[][] latents = generator.latents(count, seed);
    int[] labels = new int[count];
    // Whole rounds of the classes, since decoding starts with class 0.
    int round = Math.max(1, generator.classes());
    int most = Math.max(1, AT_ONCE / round) * round;
    for (int first = 0; first < count; first += most) {
      int last = (int) Math.min(count, (long) first + most);
      Images images = generator.decode(Arrays.copyOfRange(latents, first, last));
      int[] found = stacked(images, classifier);
      System.arraycopy(found, 0, labels, first, found.length);
    }
    return labels;
  }

  private static int[] stacked(Images images, Classifier classifier) {
    ImageShape shape = images.shape();
    int channels = shape.channels();
    int[] each =
        classifier.predict(
            Images.wrap(ImageShape.grey(shape.height(), shape.width()), images.toArray()));
    int[] labels = new int[images.count()];
    for (int i = 0; i < each.length; i++) {
      labels[i / channels] = labels[i / channels] * classifier.classes() + each[i];
    }
    return labels;
  }
}
