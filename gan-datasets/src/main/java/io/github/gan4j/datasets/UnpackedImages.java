package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Decodes image files one after the other into an IDX file, and leaves them there. */
final class UnpackedImages {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int BUFFER_BYTES = 1 << 16;

  private UnpackedImages() {}

  /**
   * Writes a new file, grey if all images are, and maps it.
   *
   * @param decoders makes a new one each time
   * @throws DatasetException if an image cannot be read, or the file exists or cannot be written;
   *     then it is as it was
   */
  static FolderImages write(Supplier<FolderDecoder> decoders, Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      boolean done = false;
      try {
        FolderImages written = write(decoders, channel);
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

  private static FolderImages write(Supplier<FolderDecoder> decoders, FileChannel channel)
      throws IOException {
    // Whether any image has colours is known when the last has been decoded.
    FolderDecoder decoder = decoders.get();
    List<Integer> files = new ArrayList<>();
    int channels = 1;
    if (!fill(decoder, channel, channels, files)) {
      decoder = decoders.get();
      files.clear();
      channels = 3;
      channel.truncate(0);
      fill(decoder, channel, channels, files);
    }
    ByteBuffer header = header(files.size(), channels, decoder.size());
    for (long at = 0; header.hasRemaining(); ) {
      at += channel.write(header, at);
    }
    ImageShape shape = new ImageShape(channels, decoder.size().height(), decoder.size().width());
    return new FolderImages(
        MappedImages.of(channel, headerBytes(channels), shape, files.size()),
        files,
        decoder.skipped());
  }

  /** Leaves room for the header; returns whether no image has more channels. */
  private static boolean fill(
      FolderDecoder decoder, FileChannel channel, int channels, List<Integer> files)
      throws IOException {
    channel.position(headerBytes(channels));
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    boolean all =
        decoder.decode(
            (file, image) -> {
              if (channels == 1 && !image.isGrey()) {
                return false;
              }
              files.add(file);
              out.write(image.values(channels));
              return true;
            });
    out.flush();
    return all;
  }

  private static ByteBuffer header(int count, int channels, Framing.Size size) {
    ByteBuffer header = ByteBuffer.allocate(headerBytes(channels));
    header.putInt(UNSIGNED_BYTES + rank(channels)).putInt(count);
    if (channels > 1) {
      header.putInt(channels);
    }
    return header.putInt(size.height()).putInt(size.width()).flip();
  }

  private static int headerBytes(int channels) {
    return Integer.BYTES * (1 + rank(channels));
  }

  private static int rank(int channels) {
    return channels == 1 ? 3 : 4;
  }
}
