package io.github.gan4j.datasets;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;

/**
 * The samples of one decoded image as a file stores them, a byte each, channel by channel.
 *
 * <p>They are taken from the raster: {@link BufferedImage#getRGB} would brighten grey images, which
 * Java holds to be linear.
 */
final class PixelArray {
  private final int channels;
  private final byte[] values;

  private PixelArray(int channels, byte[] values) {
    this.channels = channels;
    this.values = values;
  }

  static PixelArray of(Path file, BufferedImage image) {
    ColorModel model = image.getColorModel();
    return model instanceof IndexColorModel palette
        ? ofPalette(file, image.getRaster(), palette)
        : ofBands(file, image.getRaster(), model);
  }

  /** Returns the number of values. */
  int length() {
    return values.length;
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

  private static PixelArray ofBands(Path file, Raster raster, ColorModel model) {
    int channels = model.getNumColorComponents();
    if (channels != 1 && channels != 3) {
      throw new DatasetException(
          file.toString(), "must be grey or RGB, has %s colour channels".formatted(channels));
    }
    if (model.hasAlpha()) {
      int opaque = (1 << model.getComponentSize(channels)) - 1;
      checkOpaque(file, samples(raster, channels), opaque, raster.getWidth());
    }
    int size = raster.getWidth() * raster.getHeight();
    byte[] values = new byte[channels * size];
    for (int c = 0; c < channels; c++) {
      int[] band = samples(raster, c);
      int largest = (1 << model.getComponentSize(c)) - 1;
      for (int i = 0; i < size; i++) {
        values[c * size + i] = (byte) ((band[i] * 255L + largest / 2) / largest);
      }
    }
    return new PixelArray(channels, values);
  }

  private static PixelArray ofPalette(Path file, Raster raster, IndexColorModel palette) {
    int[] indices = samples(raster, 0);
    if (palette.hasAlpha()) {
      int[] alpha = new int[indices.length];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = palette.getAlpha(indices[i]);
      }
      checkOpaque(file, alpha, 255, raster.getWidth());
    }
    int channels = isGrey(palette) ? 1 : 3;
    byte[] values = new byte[channels * indices.length];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < indices.length; i++) {
        int rgb = palette.getRGB(indices[i]);
        values[c * indices.length + i] = (byte) (rgb >> (16 - 8 * c));
      }
    }
    return new PixelArray(channels, values);
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
  private static void checkOpaque(Path file, int[] alpha, int opaque, int width) {
    for (int i = 0; i < alpha.length; i++) {
      if (alpha[i] != opaque) {
        throw new DatasetException(
            file.toString(),
            "must be opaque, has alpha %s of %s at row %s, column %s: flatten it first"
                .formatted(alpha[i], opaque, i / width, i % width));
      }
    }
  }

  private static int[] samples(Raster raster, int band) {
    int[] none = null;
    return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, none);
  }
}
