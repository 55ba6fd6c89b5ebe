package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Decodes image files one after the other into an IDX file, and leaves them there. */
final class UnpackedImages {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int BUFFER_BYTES = 1 << 16;

  private UnpackedImages() {}

  /**
   * Writes a new file, grey if all images are, and maps it.
   *
   * @throws DatasetException if an image cannot be read, or the file exists or cannot be written;
   *     then it is as it was
   */
  static Images write(List<Path> images, Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      boolean done = false;
      try {
        Images written = write(images, channel);
        done = true;
        return written;
      } finally {
        if (!done) {
          Files.deleteIfExists(file);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new DatasetException(file.toString(), "must be a new file, exists", e);
    } catch (IOException e) {
      throw new DatasetException(file.toString(), "must be writable, failed with " + e, e);
    }
  }

  private static Images write(List<Path> images, FileChannel channel) throws IOException {
    SameSize size = new SameSize();
    // Whether any image has colours is known when the last has been decoded.
    int channels = fill(images, channel, 1, size) ? 1 : 3;
    if (channels == 3) {
      channel.truncate(0);
      fill(images, channel, channels, size);
    }
    ImageShape shape = new ImageShape(channels, size.height(), size.width());
    return MappedImages.of(channel, headerBytes(channels), shape, images.size());
  }

  /** Returns whether no image has more channels. */
  private static boolean fill(List<Path> images, FileChannel channel, int channels, SameSize size)
      throws IOException {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
    boolean first = true;
    for (Path image : images) {
      PixelArray pixels = ImageFile.read(image, size.of(image));
      if (channels == 1 && !pixels.isGrey()) {
        return false;
      }
      if (first) {
        writeHeader(out, images.size(), channels, size);
        first = false;
      }
      out.write(pixels.values(channels));
    }
    out.flush();
    return true;
  }

  private static void writeHeader(DataOutputStream out, int count, int channels, SameSize size)
      throws IOException {
    out.writeInt(UNSIGNED_BYTES + rank(channels));
    out.writeInt(count);
    if (channels > 1) {
      out.writeInt(channels);
    }
    out.writeInt(size.height());
    out.writeInt(size.width());
  }

  private static int headerBytes(int channels) {
    return Integer.BYTES * (1 + rank(channels));
  }

  private static int rank(int channels) {
    return channels == 1 ? 3 : 4;
  }
}
