package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.argument.Arguments;
import java.util.List;

/**
 * Transforms of datasets: resized, converted between grey and RGB, limited to the first images, or
 * stacked.
 *
 * <p>What is returned is as thread-safe as the dataset that it was made of, keeps its labels and
 * class names unless a method says otherwise, and tells by its name what was done, such as {@code
 * mnist-train at 32x32 in RGB}. Where nothing is to be done the dataset itself is returned. Every
 * method throws {@link IllegalArgumentException}, naming the setting, the rule and the value, if an
 * argument is missing or out of range.
 */
public final class Datasets {
  /** More have a cube that is no int. */
  private static final int MAX_STACKED_CLASSES = 1290;

  private static final int MAX_STACKED = DatasetRandom.MOST / StackedImages.CHANNELS;

  private Datasets() {}

  /**
   * Returns the same images in another size, the aspect ratio not kept.
   *
   * <p>Each pixel is a mean of those around its place, weighted by a triangle as wide as two pixels
   * of the coarser image: bilinear interpolation where images grow, and where they shrink no pixel
   * is passed over. Centres of pixels lie at halves. It is what Pillow calls BILINEAR, the default
   * of torchvision's {@code Resize} (Pillow, {@code src/libImaging/Resample.c}). Values stay in
   * [-1, 1], and an area of -1 or +1 stays what it is.
   *
   * <p>All images are made at once and kept in memory as one byte a value, so that they are read as
   * fast as any others; the dataset that they were made of need not be kept. So it is cheapest to
   * limit a dataset before and to add channels after.
   *
   * @param height rows of the new images, at least 1
   * @param width columns of the new images, at least 1
   * @throws DatasetException if a value is outside [-1, 1] or not finite
   */
  public static Dataset resized(Dataset dataset, int height, int width) {
    ImageShape from = Arguments.notNull("dataset", dataset).shape();
    ImageShape to = new ImageShape(from.channels(), height, width);
    if (to.equals(from)) {
      return dataset;
    }
    return new StoredDataset(
        "%s at %sx%s".formatted(dataset.name(), height, width),
        new Resizer(from, to).resize(dataset),
        ClassLabels.of(dataset, dataset.size()));
  }

  /**
   * Returns the same images in grey or in red, green and blue.
   *
   * <p>Three channels are made of one by repeating it. One is made of three as luma, {@code 0.299 R
   * + 0.587 G + 0.114 B} (ITU-R Recommendation BT.601), of the values as they stand in pictures.
   * Images are made when they are read, and take no memory.
   *
   * @param channels 1 or 3
   * @throws IllegalArgumentException also if the dataset has neither 1 nor 3 channels
   */
  public static Dataset withChannels(Dataset dataset, int channels) {
    int from = Arguments.notNull("dataset", dataset).shape().channels();
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels must be 1 or 3, was " + channels);
    }
    if (from != 1 && from != 3) {
      throw new IllegalArgumentException(
          "dataset must have 1 or 3 channels to be given %s, %s has %s"
              .formatted(channels, dataset.name(), from));
    }
    if (channels == from) {
      return dataset;
    }
    return new StoredDataset(
        dataset.name() + (channels == 1 ? " in grey" : " in RGB"),
        channels == 1 ? new GreyImages(dataset) : new RgbImages(dataset),
        ClassLabels.of(dataset, dataset.size()));
  }

  /**
   * Returns the same images and labels under other names of classes.
   *
   * @param classNames one a class, in the order of labels
   * @throws IllegalArgumentException also if there are not as many names as classes, or no labels
   */
  public static Dataset withClassNames(Dataset dataset, List<String> classNames) {
    int classes = Arguments.notNull("dataset", dataset).classes();
    List<String> names = List.copyOf(Arguments.notNull("classNames", classNames));
    if (classes == 0 || names.size() != classes) {
      throw new IllegalArgumentException(
          "classNames must be as many as the classes of %s, %s, were %s"
              .formatted(dataset.name(), classes, names.size()));
    }
    int size = dataset.size();
    return new StoredDataset(
        dataset.name(), new FirstImages(dataset, size), ClassLabels.of(dataset, size, names));
  }

  /**
   * Returns the first images, in the same order, for a run that only tries something out.
   *
   * @param count from 1 to the dataset's size
   */
  public static Dataset limited(Dataset dataset, int count) {
    int size = Arguments.notNull("dataset", dataset).size();
    if (count < 1 || count > size) {
      throw new IllegalArgumentException(
          "count must be from 1 to %s, the size of %s, was %s"
              .formatted(size, dataset.name(), count));
    }
    if (count == size) {
      return dataset;
    }
    return new StoredDataset(
        "first %s of %s".formatted(count, dataset.name()),
        new FirstImages(dataset, count),
        ClassLabels.of(dataset, count));
  }

  /**
   * Returns images whose red, green and blue are three grey images, drawn at random: many modes
   * whose number is known. Of the ten digits of MNIST it makes the 1,000 of Stacked MNIST (Metz et
   * al., Unrolled GANs, 2016, arXiv:1611.02163), which {@link Mnist#stacked} gives in its usual
   * size.
   *
   * <p>Each is drawn from all images, independently of the others. Images of classes a, b and c, of
   * k classes, make one of class {@code (a k + b) k + c}; for digits, 100 a + 10 b + c. It is
   * called by the names of the three, as in {@code 314} for digits and {@code cat + dog + cat} for
   * longer names. {@code ModeCounts} of gan-metrics counts how many of the classes a generator
   * covers. The same seed gives the same images on every machine, and more begin with the fewer.
   * Pixels are read from the dataset, not copied: an image takes 16 bytes.
   *
   * @param dataset grey images in at most 1,290 classes
   * @param count how many to make, from 1 to 715,827,879
   * @param seed any number
   * @throws IllegalArgumentException also if the dataset is empty, or has other than one channel,
   *     no labels or too many classes
   */
  public static Dataset stacked(Dataset dataset, int count, long seed) {
    checkStackable(Arguments.notNull("dataset", dataset));
    if (count < 1 || count > MAX_STACKED) {
      throw new IllegalArgumentException(
          "count must be from 1 to %s, was %s".formatted(MAX_STACKED, count));
    }
    int[] parts =
        new DatasetRandom(DatasetRandom.Kind.STACKED, seed)
            .choices(StackedImages.CHANNELS * count, dataset.size());
    StackedImages images = new StackedImages(dataset, parts);
    return new StoredDataset(dataset.name() + " stacked", images, images.labels());
  }

  private static void checkStackable(Dataset dataset) {
    if (dataset.size() < 1) {
      throw new IllegalArgumentException(
          "dataset must have at least 1 image to be stacked, %s has %s"
              .formatted(dataset.name(), dataset.size()));
    }
    if (dataset.shape().channels() != 1) {
      throw new IllegalArgumentException(
          "dataset must have 1 channel to be stacked, %s has %s"
              .formatted(dataset.name(), dataset.shape().channels()));
    }
    if (dataset.classes() < 1 || dataset.classes() > MAX_STACKED_CLASSES) {
      throw new IllegalArgumentException(
          "dataset must have from 1 to %s classes to be stacked, %s has %s"
              .formatted(MAX_STACKED_CLASSES, dataset.name(), dataset.classes()));
    }
  }
}
