package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.argument.Arguments;

/**
 * In-memory datasets of arrays, one array an image, whose values stand as {@link ImageShape} orders
 * them.
 *
 * <p>The arrays are copied, so that later changes to them do not show; a dataset is immutable and
 * thread-safe. Every method throws {@link IllegalArgumentException}, naming the image and the
 * place, if there are no images, an image has another number of values than the shape, or a label
 * is out of range or missing.
 */
public final class ArrayDataset {
  private static final String NAME = "array";

  private ArrayDataset() {}

  /**
   * Returns a dataset without labels of floats that are taken as they are.
   *
   * @param images finite values; scale pixels to [-1, 1], where a generator that ends in tanh can
   *     reach them
   * @param shape the shape of all images
   */
  public static Dataset of(float[][] images, ImageShape shape) {
    return new StoredDataset(NAME, floats(images, shape), null);
  }

  /**
   * Returns a dataset with labels of floats that are taken as they are.
   *
   * @param images finite values, as in {@link #of(float[][], ImageShape)}
   * @param shape the shape of all images
   * @param labels one label an image, from 0 to {@code classes - 1}
   * @param classes how many classes there are, also if some have no image; at least 1
   */
  public static Dataset of(float[][] images, ImageShape shape, int[] labels, int classes) {
    FloatImages copies = floats(images, shape);
    return new StoredDataset(NAME, copies, labels(labels, classes, copies.count()));
  }

  /**
   * Returns a dataset without labels of pixels, kept as bytes.
   *
   * @param images unsigned bytes: 0 is read as -1, 255 as +1
   * @param shape the shape of all images
   */
  public static Dataset of(byte[][] images, ImageShape shape) {
    return new StoredDataset(NAME, bytes(images, shape), null);
  }

  /**
   * Returns a dataset with labels of pixels, kept as bytes.
   *
   * @param images unsigned bytes: 0 is read as -1, 255 as +1
   * @param shape the shape of all images
   * @param labels one label an image, from 0 to {@code classes - 1}
   * @param classes how many classes there are, also if some have no image; at least 1
   */
  public static Dataset of(byte[][] images, ImageShape shape, int[] labels, int classes) {
    ByteImages copies = bytes(images, shape);
    return new StoredDataset(NAME, copies, labels(labels, classes, copies.count()));
  }

  // Each array is copied before it is checked: a caller who writes meanwhile slips nothing past.

  private static FloatImages floats(float[][] images, ImageShape shape) {
    float[][] copies = Arguments.notNull("images", images).clone();
    Arguments.notNull("shape", shape);
    checkNotEmpty(copies.length);
    for (int i = 0; i < copies.length; i++) {
      float[] image = Arguments.notNull("image " + i, copies[i]).clone();
      checkLength(i, image.length, shape);
      checkFinite(i, image, shape);
      copies[i] = image;
    }
    return new FloatImages(shape, copies);
  }

  private static ByteImages bytes(byte[][] images, ImageShape shape) {
    byte[][] copies = Arguments.notNull("images", images).clone();
    Arguments.notNull("shape", shape);
    checkNotEmpty(copies.length);
    for (int i = 0; i < copies.length; i++) {
      byte[] image = Arguments.notNull("image " + i, copies[i]).clone();
      checkLength(i, image.length, shape);
      copies[i] = image;
    }
    return ByteImages.oneEach(shape, copies);
  }

  private static ClassLabels labels(int[] labels, int classes, int count) {
    int[] copy = Arguments.notNull("labels", labels).clone();
    if (classes < 1) {
      throw new IllegalArgumentException("classes must be at least 1, was " + classes);
    }
    if (copy.length != count) {
      throw new IllegalArgumentException(
          "labels must be as many as the images, %s, were %s".formatted(count, copy.length));
    }
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] < 0 || copy[i] >= classes) {
        throw new IllegalArgumentException(
            "label of image %s must be from 0 to %s, was %s".formatted(i, classes - 1, copy[i]));
      }
    }
    return new ClassLabels(copy, ClassNames.numbers(classes));
  }

  private static void checkNotEmpty(int count) {
    if (count == 0) {
      throw new IllegalArgumentException("images must be at least 1, were 0");
    }
  }

  private static void checkLength(int image, int length, ImageShape shape) {
    if (length != shape.size()) {
      throw new IllegalArgumentException(
          "image %s must have %s values for shape %s, has %s"
              .formatted(image, shape.size(), shape, length));
    }
  }

  private static void checkFinite(int image, float[] values, ImageShape shape) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        int row = i / shape.width();
        throw new IllegalArgumentException(
            "image %s must have finite values, has %s at channel %s, row %s, column %s"
                .formatted(
                    image,
                    values[i],
                    row / shape.height(),
                    row % shape.height(),
                    i % shape.width()));
      }
    }
  }
}
