package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The samples of one decoded image as a file stores them, a byte each, channel by channel.
 *
 * <p>They are taken from the raster: {@link BufferedImage#getRGB} would brighten grey images, which
 * Java holds to be linear.
 */
final class PixelArray {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] values;

  private PixelArray(int channels, int height, int width, byte[] values) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.values = values;
  }

  static PixelArray of(Path file, BufferedImage image) {
    ColorModel model = image.getColorModel();
    return model instanceof IndexColorModel palette
        ? ofPalette(file, image.getRaster(), palette)
        : ofBands(file, image.getRaster(), model);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean isGrey() {
    return channels == 1;
  }

  /** Returns the values, with a grey channel repeated if three are wanted. */
  byte[] values(int wantedChannels) {
    if (wantedChannels == channels) {
      return values;
    }
    byte[] repeated = new byte[values.length * wantedChannels];
    for (int c = 0; c < wantedChannels; c++) {
      System.arraycopy(values, 0, repeated, c * values.length, values.length);
    }
    return repeated;
  }

  /** Returns the image as it is to be shown. */
  PixelArray turned(Orientation orientation) {
    if (orientation.equals(Orientation.UPRIGHT)) {
      return this;
    }
    byte[] turned = new byte[values.length];
    for (int c = 0; c < channels; c++) {
      orientation.turn(values, c * height * width, width, height, turned);
    }
    return new PixelArray(
        channels, orientation.height(width, height), orientation.width(width, height), turned);
  }

  /** Returns the part in the middle, of at most this image's size. */
  PixelArray cropped(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    int top = (height - newHeight) / 2;
    int left = (width - newWidth) / 2;
    byte[] cropped = new byte[channels * newHeight * newWidth];
    for (int row = 0; row < channels * newHeight; row++) {
      int from = row / newHeight * height + top + row % newHeight;
      System.arraycopy(values, from * width + left, cropped, row * newWidth, newWidth);
    }
    return new PixelArray(channels, newHeight, newWidth, cropped);
  }

  /** Returns the image in another size, as {@link Datasets#resized} makes it. */
  PixelArray resized(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    Resizer resizer =
        new Resizer(ImageShape.grey(height, width), ImageShape.grey(newHeight, newWidth));
    float[] channel = new float[height * width];
    float[] resized = new float[newHeight * newWidth];
    byte[] rounded = new byte[channels * resized.length];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] = ByteImages.value(values[c * channel.length + i]);
      }
      resizer.resize(channel, resized);
      ByteImages.round(resized, rounded, c * resized.length);
    }
    return new PixelArray(channels, newHeight, newWidth, rounded);
  }

  private static PixelArray ofBands(Path file, Raster raster, ColorModel model) {
    int channels = model.getNumColorComponents();
    if (channels != 1 && channels != 3) {
      throw new DatasetException(
          file.toString(), "must be grey or RGB, has %s colour channels".formatted(channels));
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    if (model.hasAlpha()) {
      int opaque = (1 << model.getComponentSize(channels)) - 1;
      for (int y = 0; y < height; y++) {
        checkOpaque(file, row(raster, y, channels), opaque, y);
      }
    }
    byte[] values = new byte[channels * height * width];
    for (int c = 0; c < channels; c++) {
      int largest = (1 << model.getComponentSize(c)) - 1;
      for (int y = 0; y < height; y++) {
        int[] samples = row(raster, y, c);
        int start = (c * height + y) * width;
        for (int x = 0; x < width; x++) {
          values[start + x] = (byte) ((samples[x] * 255L + largest / 2) / largest);
        }
      }
    }
    return new PixelArray(channels, height, width, values);
  }

  private static PixelArray ofPalette(Path file, Raster raster, IndexColorModel palette) {
    int channels = isGrey(palette) ? 1 : 3;
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] values = new byte[channels * height * width];
    for (int y = 0; y < height; y++) {
      int[] indices = row(raster, y, 0);
      if (palette.hasAlpha()) {
        checkOpaque(file, Arrays.stream(indices).map(palette::getAlpha).toArray(), 255, y);
      }
      for (int c = 0; c < channels; c++) {
        for (int x = 0; x < width; x++) {
          values[(c * height + y) * width + x] =
              (byte) (palette.getRGB(indices[x]) >> (16 - 8 * c));
        }
      }
    }
    return new PixelArray(channels, height, width, values);
  }

  /** Grey images of fewer than 8 bits come with a palette of greys. */
  private static boolean isGrey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
        return false;
      }
    }
    return true;
  }

  // What would show through is not in the file, and black or white would be a guess.
  private static void checkOpaque(Path file, int[] alpha, int opaque, int row) {
    for (int x = 0; x < alpha.length; x++) {
      if (alpha[x] != opaque) {
        throw new DatasetException(
            file.toString(),
            "must be opaque, has alpha %s of %s at row %s, column %s: flatten it first"
                .formatted(alpha[x], opaque, row, x));
      }
    }
  }

  // Row by row: the samples of a photo as ints are four times its size.
  private static int[] row(Raster raster, int y, int band) {
    int[] none = null;
    return raster.getSamples(
        raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, band, none);
  }
}
