package io.github.gan4j.image;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.argument.Arguments;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A batch of images of one shape, with values around [-1, 1]: −1 is black, 1 is white. Immutable
 * and thread-safe.
 */
public final class Images {
  private final ImageShape shape;
  private final int count;
  private final float[] values;

  private Images(ImageShape shape, int count, float[] values) {
    this.shape = shape;
    this.count = count;
    this.values = values;
  }

  /**
   * Returns the images in an array, which is copied.
   *
   * @param values {@code count × shape.size()} values, image by image, each as {@link ImageShape}
   *     orders it
   * @throws IllegalArgumentException if the array is no whole number of images
   */
  public static Images of(ImageShape shape, float[] values) {
    return wrap(shape, Arguments.notNull("values", values).clone());
  }

  /**
   * Returns the images in an array, which is not copied: the caller hands it over and must not
   * change it any more.
   *
   * @param values as {@link #of} takes them
   * @throws IllegalArgumentException if the array is no whole number of images
   */
  public static Images wrap(ImageShape shape, float[] values) {
    Arguments.notNull("shape", shape);
    Arguments.notNull("values", values);
    if (values.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          "values must be a multiple of %s, the size of a %s image, had %s"
              .formatted(shape.size(), shape, values.length));
    }
    return new Images(shape, values.length / shape.size(), values);
  }

  /**
   * Returns images at equal distances from all over a dataset, which may be sorted by class: image
   * {@code i} of {@code n} is the one at the index {@code i × size / n}.
   *
   * @param most how many at most, at least 1; of a smaller dataset, all images in order
   * @throws IllegalArgumentException if {@code most < 1}
   */
  public static Images evenlySpaced(Dataset dataset, int most) {
    Arguments.notNull("dataset", dataset);
    if (most < 1) {
      throw new IllegalArgumentException("most must be at least 1, was " + most);
    }
    int count = Math.min(most, dataset.size());
    int size = dataset.shape().size();
    float[] values = new float[Math.multiplyExact(count, size)];
    for (int i = 0; i < count; i++) {
      dataset.read((int) ((long) dataset.size() * i / count), values, i * size);
    }
    return wrap(dataset.shape(), values);
  }

  /** Returns the shape of each image. */
  public ImageShape shape() {
    return shape;
  }

  /** Returns the number of images. */
  public int count() {
    return count;
  }

  /** Returns a copy of one image's values, as {@link ImageShape} orders them. */
  public float[] values(int index) {
    Objects.checkIndex(index, count);
    return Arrays.copyOfRange(values, index * shape.size(), (index + 1) * shape.size());
  }

  /** Returns a copy of all values, image by image. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Returns one image as a picture, values outside [-1, 1] clipped.
   *
   * @throws IllegalStateException if the images have neither 1 nor 3 channels
   */
  public BufferedImage picture(int index) {
    Objects.checkIndex(index, count);
    BufferedImage picture =
        new BufferedImage(shape.width(), shape.height(), Pixels.pictureType(shape));
    Pixels.draw(this, index, picture, 0, 0, 1);
    return picture;
  }

  /**
   * Returns the first {@code rows × columns} images side by side, row by row; cells without an
   * image stay black.
   *
   * @param rows at least 1
   * @param columns at least 1
   */
  public ImageGrid grid(int rows, int columns) {
    return new ImageGrid(this, rows, columns, ImageGrid.DEFAULT_SCALE);
  }

  /**
   * Writes one image as a PNG file, whole or not at all; an existing file is replaced. {@link
   * #grid} writes many as one picture.
   *
   * @throws IOException if the file cannot be written
   * @throws IllegalStateException if the images have neither 1 nor 3 channels
   */
  public void writePng(int index, Path file) throws IOException {
    ImageFiles.writePng(picture(index), file);
  }

  /**
   * Writes one image as PNG to a stream, which is flushed and stays open.
   *
   * @throws IOException if the stream cannot be written to
   * @throws IllegalStateException if the images have neither 1 nor 3 channels
   */
  public void writePng(int index, OutputStream out) throws IOException {
    ImageFiles.writePng(picture(index), out);
  }

  /**
   * Returns one image as the bytes of a PNG file, to be sent or stored.
   *
   * @throws IllegalStateException if the images have neither 1 nor 3 channels
   */
  public byte[] png(int index) {
    return ImageFiles.png(picture(index));
  }

  /** Returns how many images of which shape. */
  @Override
  public String toString() {
    return "%s %s of %s".formatted(count, count == 1 ? "image" : "images", shape);
  }

  float value(int index, int channel, int y, int x) {
    return values[index * shape.size() + (channel * shape.height() + y) * shape.width() + x];
  }
}
