package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import org.jspecify.annotations.Nullable;

/**
 * How images are cropped and resized.
 *
 * @param size the size that all images get; null to leave each its own
 * @param crop whether only the middle is taken, of the size's aspect ratio, or square
 */
record Framing(@Nullable Size size, boolean crop) {

  /** Rows and columns. */
  record Size(int height, int width) {
    @Override
    public String toString() {
      return "%s x %s".formatted(width, height);
    }
  }

  /** Whether images of different sizes become images of one. */
  boolean resamples() {
    return size != null;
  }

  /** Returns the size that an image will have. */
  Size sizeOf(ImageHeader head) {
    return size != null ? size : part(head.width(), head.height());
  }

  /** Returns the shape that an image will have, of three channels unless it is known to be grey. */
  ImageShape shapeOf(ImageHeader head) {
    Size framed = sizeOf(head);
    return new ImageShape(head.channels() == 1 ? 1 : 3, framed.height, framed.width);
  }

  PixelArray apply(PixelArray image) {
    Size part = part(image.width(), image.height());
    PixelArray cropped = image.cropped(part.height, part.width);
    return size == null ? cropped : cropped.resized(size.height, size.width);
  }

  private Size part(int width, int height) {
    if (!crop) {
      return new Size(height, width);
    }
    long rows = size == null ? 1 : size.height;
    long columns = size == null ? 1 : size.width;
    return width * rows > height * columns
        ? new Size(height, (int) Math.max(1, Math.round((double) height * columns / rows)))
        : new Size((int) Math.max(1, Math.round((double) width * rows / columns)), width);
  }
}
