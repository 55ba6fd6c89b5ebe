package io.github.gan4j.datasets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes one PNG or JPEG file, told apart by content and not by name. */
final class ImageFile {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");

  /** 8192 x 8192: a few damaged bytes must not ask for all memory. */
  private static final int MAX_PIXELS = 1 << 26;

  private final Path file;
  private @Nullable String damage;

  private ImageFile(Path file) {
    this.file = file;
  }

  /**
   * Reads an image.
   *
   * @param sizeRule is given the size before anything is allocated for the pixels
   */
  static PixelArray read(Path file, SizeRule sizeRule) {
    return new ImageFile(file).read(sizeRule);
  }

  /** Throws if an image of this size is not wanted. */
  interface SizeRule {
    void check(int width, int height);
  }

  private PixelArray read(SizeRule sizeRule) {
    byte[] bytes = bytes();
    ImageReader reader = ImageIO.getImageReadersByFormatName(format(bytes)).next();
    // JPEG's reader fills up with grey what is missing, and only warns.
    reader.addIIOReadWarningListener((source, warning) -> note(warning));
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      checkSize(reader.getWidth(0), reader.getHeight(0), sizeRule);
      BufferedImage image = reader.read(0);
      if (damage != null) {
        throw error("must be an intact image, found: " + damage);
      }
      return PixelArray.of(file, image);
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // readers throw anything on damaged files
      throw new DatasetException(file.toString(), "must be an intact image, found: " + e, e);
    } finally {
      reader.dispose();
    }
  }

  private void checkSize(int width, int height, SizeRule sizeRule) {
    if ((long) width * height > MAX_PIXELS) {
      throw error("must have at most %s pixels, has %s x %s".formatted(MAX_PIXELS, width, height));
    }
    sizeRule.check(width, height);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DatasetException(file.toString(), "must be readable, failed with " + e, e);
    }
  }

  private String format(byte[] bytes) {
    if (startsWith(bytes, PNG)) {
      return "png";
    }
    if (startsWith(bytes, JPEG)) {
      return "jpeg";
    }
    throw error(
        "must be a PNG or JPEG image, "
            + (bytes.length == 0
                ? "is empty"
                : "begins with "
                    + HexFormat.ofDelimiter(" ")
                        .formatHex(bytes, 0, Math.min(bytes.length, PNG.length))));
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private void note(String warning) {
    if (damage == null && (warning.startsWith("Truncated") || warning.startsWith("Corrupt"))) {
      damage = warning;
    }
  }

  private DatasetException error(String reason) {
    return new DatasetException(file.toString(), reason);
  }
}
