package io.github.gan4j.datasets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes one PNG, JPEG or BMP file, told apart by content and not by name. */
final class ImageFile {
  /** 8192 x 8192: a few damaged bytes must not ask for all memory. */
  private static final int MAX_PIXELS = 1 << 26;

  private static final int CMYK = 4;
  private static final String CUT_SHORT = "must be a whole image, is cut short";

  private final Path file;
  private @Nullable String damage;

  private ImageFile(Path file) {
    this.file = file;
  }

  /**
   * Reads an image, turned as its EXIF orientation says.
   *
   * @param wanted is asked before anything is allocated for the pixels
   * @return null if it is not wanted
   */
  static @Nullable PixelArray read(Path file, Predicate<ImageHeader> wanted) {
    return new ImageFile(file).read(wanted);
  }

  /** Reads what is known of an image before it is decoded. */
  static ImageHeader head(Path file) {
    ImageHeader[] found = new ImageHeader[1];
    PixelArray none =
        read(
            file,
            head -> {
              found[0] = head;
              return false;
            });
    if (none != null) {
      throw new IllegalStateException("decoded " + file);
    }
    return found[0];
  }

  private @Nullable PixelArray read(Predicate<ImageHeader> wanted) {
    byte[] stored = bytes();
    ImageFormat format = ImageFormat.of(stored);
    if (format == null) {
      throw error(ImageFormat.refusal(stored));
    }
    ImageBytes image = ImageBytes.of(format, stored);
    if (image.channels() == CMYK) {
      throw error("must be grey or RGB, is CMYK: convert it to RGB first");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.readerName()).next();
    // JPEG's reader fills up with grey what is missing, and only warns.
    reader.addIIOReadWarningListener((source, warning) -> note(warning));
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(image.bytes()))) {
      reader.setInput(in, true, true);
      if (!wanted.test(head(image, reader.getWidth(0), reader.getHeight(0)))) {
        return null;
      }
      BufferedImage decoded = reader.read(0);
      if (damage != null) {
        throw damaged(damage);
      }
      return PixelArray.of(file, decoded).turned(image.orientation());
    } catch (DatasetException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // readers throw anything on damaged files
      throw new DatasetException(
          file.toString(),
          image.whole() && !isEnd(e) ? "must be an intact image, found: " + e : CUT_SHORT,
          e);
    } finally {
      reader.dispose();
    }
  }

  private ImageHeader head(ImageBytes image, int width, int height) {
    if ((long) width * height > MAX_PIXELS) {
      throw error("must have at most %s pixels, has %s x %s".formatted(MAX_PIXELS, width, height));
    }
    Orientation orientation = image.orientation();
    return new ImageHeader(
        orientation.width(width, height), orientation.height(width, height), image.channels());
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DatasetException(file.toString(), "must be readable, failed with " + e, e);
    }
  }

  private void note(String warning) {
    if (damage == null && (warning.startsWith("Truncated") || warning.startsWith("Corrupt"))) {
      damage = warning;
    }
  }

  private DatasetException damaged(String found) {
    return error(
        found.startsWith("Truncated") || found.contains("premature end")
            ? CUT_SHORT
            : "must be an intact image, found: " + found);
  }

  private static boolean isEnd(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  private DatasetException error(String reason) {
    return new DatasetException(file.toString(), reason);
  }
}
