package io.github.gan4j.metrics.classifier;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import java.util.Arrays;

/** What a classifier predicts for generated images, or for each of their channels. */
final class GeneratedLabels {
  private static final int AT_ONCE = 1000;

  private final Classifier classifier;
  private final Generator generator;
  private final int parts;

  GeneratedLabels(Classifier classifier, Generator generator) {
    this.classifier = classifier;
    this.generator = generator;
    parts = parts(generator.shape(), classifier.shape());
    if (Math.pow(classifier.classes(), parts) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "generator must make images of fewer channels: %s classes in each of %s are too many"
              .formatted(classifier.classes(), parts));
    }
  }

  /** Returns how many images of the classifier's shape an image is made of. */
  private static int parts(ImageShape shape, ImageShape known) {
    if (shape.equals(known)) {
      return 1;
    }
    if (!known.equals(ImageShape.grey(shape.height(), shape.width()))) {
      throw new IllegalArgumentException(
          "generator must make images of %s, as the classifier was trained on, makes %s"
              .formatted(known, shape));
    }
    return shape.channels();
  }

  int[] of(int count, long seed) {
    float[][] latents = generator.latents(count, seed);
    int[] labels = new int[count];
    // Whole rounds of the classes, since decoding starts with class 0.
    int round = Math.max(1, generator.classes());
    int most = Math.max(1, AT_ONCE / round) * round;
    for (int first = 0; first < count; first += most) {
      int last = (int) Math.min(count, (long) first + most);
      Images images = generator.decode(Arrays.copyOfRange(latents, first, last));
      int[] found = of(images);
      System.arraycopy(found, 0, labels, first, found.length);
    }
    return labels;
  }

  private int[] of(Images images) {
    int[] each = classifier.predict(Images.wrap(classifier.shape(), images.toArray()));
    int[] labels = new int[images.count()];
    for (int i = 0; i < each.length; i++) {
      labels[i / parts] = labels[i / parts] * classifier.classes() + each[i];
    }
    return labels;
  }
}
