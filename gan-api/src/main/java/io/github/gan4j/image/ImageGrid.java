package io.github.gan4j.image;

import io.github.gan4j.internal.argument.Arguments;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Images side by side, as one picture. Immutable and thread-safe.
 *
 * @param images what is shown, row by row; cells without an image stay black
 * @param rows at least 1
 * @param columns at least 1
 * @param scale the width and height of each pixel, at least 1
 */
public record ImageGrid(Images images, int rows, int columns, int scale) {
  static final int DEFAULT_SCALE = 2;
  private static final int GAP = 2;

  /** Refuses rows, columns or a scale below 1, and a picture too large for an array. */
  public ImageGrid {
    Arguments.notNull("images", images);
    if (rows < 1 || columns < 1 || scale < 1) {
      throw new IllegalArgumentException(
          "grid rows, columns and scale must be at least 1, were %s, %s and %s"
              .formatted(rows, columns, scale));
    }
    long width = (long) columns * (images.shape().width() * (long) scale + GAP) + GAP;
    long height = (long) rows * (images.shape().height() * (long) scale + GAP) + GAP;
    if (width > 32_767 || height > 32_767) {
      throw new IllegalArgumentException(
          "grid must be at most 32767 pixels wide and high, was %s x %s".formatted(width, height));
    }
  }

  /** Returns the same grid with each pixel {@code scale × scale} large. */
  public ImageGrid scale(int newScale) {
    return new ImageGrid(images, rows, columns, newScale);
  }

  /**
   * Returns the grid as one picture.
   *
   * @throws IllegalStateException if the images have neither 1 nor 3 channels
   */
  public BufferedImage picture() {
    int cellWidth = images.shape().width() * scale + GAP;
    int cellHeight = images.shape().height() * scale + GAP;
    BufferedImage picture =
        new BufferedImage(
            columns * cellWidth + GAP, rows * cellHeight + GAP, Pixels.pictureType(images.shape()));
    int shown = (int) Math.min(images.count(), (long) rows * columns);
    for (int i = 0; i < shown; i++) {
      Pixels.draw(
          images, i, picture, GAP + i % columns * cellWidth, GAP + i / columns * cellHeight, scale);
    }
    return picture;
  }

  /**
   * Writes the grid as a PNG file, whole or not at all; an existing file is replaced.
   *
   * @throws IOException if the file cannot be written
   */
  public void writePng(Path file) throws IOException {
    ImageFiles.writePng(picture(), file);
  }

  /**
   * Writes the grid as PNG to a stream, which is flushed and stays open.
   *
   * @throws IOException if the stream cannot be written to
   */
  public void writePng(OutputStream out) throws IOException {
    ImageFiles.writePng(picture(), out);
  }

  /** Returns the grid as the bytes of a PNG file, to be sent or stored. */
  public byte[] png() {
    return ImageFiles.png(picture());
  }

  /** Returns rows, columns, the images and the scale. */
  @Override
  public String toString() {
    return "grid of %s x %s: %s, scale %s".formatted(rows, columns, images, scale);
  }
}
