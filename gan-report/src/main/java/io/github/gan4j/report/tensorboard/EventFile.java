package io.github.gan4j.report.tensorboard;

import io.github.gan4j.report.internal.OutputFiles;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A file of events, each in a TFRecord frame: its length (64 bits), the length's checksum, the
 * event, the event's checksum, all little-endian ({@code tensorflow/core/lib/io/record_writer.h}).
 *
 * <p>What is handed to the system ends with a whole record each time, so that a reader who follows
 * the file, or a run that is killed, finds no half one.
 */
final class EventFile implements Closeable {
  private static final int MOST_PENDING = 1 << 16;
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  EventFile(OutputStream out) {
    this.out = out;
  }

  /**
   * Makes a file that names when it was begun, and whose name sorts after those of earlier parts of
   * a run in the same folder: TensorBoard reads a folder's files in that order.
   */
  static EventFile create(Path folder, Instant begin) throws IOException {
    long second = begin.getEpochSecond();
    while (Files.exists(folder.resolve(name(second)))) {
      second++;
    }
    Path path = Files.createFile(folder.resolve(name(second)));
    EventFile file = new EventFile(OutputFiles.appendTo(path));
    try {
      file.add(Events.fileVersion(begin));
      file.flush();
    } catch (IOException e) {
      closeAfter(e, file.out);
      throw e;
    }
    return file;
  }

  /** TensorFlow puts the computer's name last; it is nobody's business. */
  private static String name(long second) {
    return String.format(Locale.ROOT, "events.out.tfevents.%010d.gan4j", second);
  }

  void add(byte[] event) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(LENGTH_BYTES + CHECKSUM_BYTES + event.length + CHECKSUM_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(event.length);
    record.putInt(maskedChecksum(record.array(), LENGTH_BYTES));
    record.put(event);
    record.putInt(maskedChecksum(event, event.length));
    pending.writeBytes(record.array());
    if (pending.size() >= MOST_PENDING) {
      flush();
    }
  }

  void flush() throws IOException {
    if (pending.size() > 0) {
      byte[] records = pending.toByteArray();
      pending.reset();
      out.write(records);
    }
  }

  /**
   * Writes what is pending; if that fails, the file is still to be {@linkplain #abandon given up}.
   */
  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }

  /** Gives the file up as it is. */
  void abandon(IOException reason) {
    closeAfter(reason, out);
  }

  private static void closeAfter(IOException reason, OutputStream out) {
    try {
      out.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** A checksum of data that hold checksums is not to be trusted, hence the mask. */
  private static int maskedChecksum(byte[] data, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(data, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
  }
}
