package io.github.gan4j.datasets;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes images whose samples a test knows, and writes them. */
final class ImageFiles {
  private ImageFiles() {}

  /** Returns an image of one of {@link BufferedImage}'s types with the samples, band by band. */
  static BufferedImage image(int type, int width, int height, int[]... bands) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int band = 0; band < bands.length; band++) {
      image.getRaster().setSamples(0, 0, width, height, band, bands[band]);
    }
    return image;
  }

  /** Returns a grey image whose samples count up from {@code first}. */
  static BufferedImage grey(int width, int height, int first) {
    int[] samples = new int[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (first + i) & 0xff;
    }
    return image(BufferedImage.TYPE_BYTE_GRAY, width, height, samples);
  }

  /** Returns an image of 8-bit indices into a palette of ARGB colours. */
  static BufferedImage palette(int width, int height, int[] colours, int... indices) {
    IndexColorModel model =
        new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    image.getRaster().setSamples(0, 0, width, height, 0, indices);
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes a file, and its folder if need be, in the format that its name ends in. */
  static Path write(Path file, BufferedImage image) {
    String name = file.toString();
    return write(file, encode(image, name.substring(name.lastIndexOf('.') + 1)));
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
