package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/**
 * Datasets made of other ones: resized, with other channels, or fewer images.
 *
 * <p>What is returned is as thread-safe as the dataset that it was made of, keeps its labels, and
 * tells by its name what was done, such as {@code mnist-train at 32x32 in RGB}. Where nothing is to
 * be done the dataset itself is returned. Every method throws {@link IllegalArgumentException},
 * naming the setting, the rule and the value, if an argument is missing or out of range.
 */
public final class Datasets {
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
        "%s at %dx%d".formatted(dataset.name(), height, width),
        new Resizer(from, to).resize(dataset),
        Labels.of(dataset, dataset.size()));
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
          "dataset must have 1 or 3 channels to be given %d, %s has %d"
              .formatted(channels, dataset.name(), from));
    }
    if (channels == from) {
      return dataset;
    }
    return new StoredDataset(
        dataset.name() + (channels == 1 ? " in grey" : " in RGB"),
        channels == 1 ? new GreyImages(dataset) : new RgbImages(dataset),
        Labels.of(dataset, dataset.size()));
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
          "count must be from 1 to %d, the size of %s, was %d"
              .formatted(size, dataset.name(), count));
    }
    if (count == size) {
      return dataset;
    }
    return new StoredDataset(
        "first %d of %s".formatted(count, dataset.name()),
        new FirstImages(dataset, count),
        Labels.of(dataset, count));
  }
}
