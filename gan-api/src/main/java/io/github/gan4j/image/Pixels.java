package io.github.gan4j.image;

import io.github.gan4j.data.ImageShape;
import java.awt.image.BufferedImage;

/** How values in [-1, 1] become pixels of 8 bits. */
final class Pixels {
  private Pixels() {}

  static int pictureType(ImageShape shape) {
    return switch (shape.channels()) {
      case 1 -> BufferedImage.TYPE_BYTE_GRAY;
      case 3 -> BufferedImage.TYPE_INT_RGB;
      default ->
          throw new IllegalStateException(
              "a picture needs 1 or 3 channels, the images have " + shape.channels());
    };
  }

  /** Draws one image with its upper left corner at (left, top), each pixel scale × scale large. */
  static void draw(Images images, int index, BufferedImage target, int left, int top, int scale) {
    ImageShape shape = images.shape();
    int channels = shape.channels();
    int width = shape.width() * scale;
    int[] row = new int[width * channels];
    for (int y = 0; y < shape.height(); y++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = toByte(images.value(index, i % channels, y, i / channels / scale));
      }
      for (int repeat = 0; repeat < scale; repeat++) {
        target.getRaster().setPixels(left, top + y * scale + repeat, width, 1, row);
      }
    }
  }

  /** Maps [-1, 1] to 0 … 255, the inverse of {@code pixel / 127.5 - 1}; NaN becomes 0. */
  static int toByte(float value) {
    return Math.max(0, Math.min(255, Math.round((value + 1) * 127.5f)));
  }
}
