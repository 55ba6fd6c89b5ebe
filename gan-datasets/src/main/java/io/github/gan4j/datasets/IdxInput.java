package io.github.gan4j.datasets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of an IDX file, unpacked if they begin as a gzip file does. Not thread-safe. */
final class IdxInput implements AutoCloseable {
  /** For a stream of which nobody knows how long it is. */
  static final long UNKNOWN_LENGTH = Long.MAX_VALUE;

  private static final int BLOCK = 1 << 16;

  /** Deflate spends at least two bits on at most 258 bytes. */
  private static final int MAX_DEFLATE_RATIO = 1032;

  private final String file;
  private final long storedBytes;
  private final InputStream in;
  private final boolean packed;
  private long position;
  private long end;
  private String content = "";
  private boolean cut;

  private IdxInput(String file, long storedBytes, InputStream in, boolean packed) {
    this.file = file;
    this.storedBytes = storedBytes;
    this.in = in;
    this.packed = packed;
  }

  static IdxInput open(Path path) {
    String file = path.toString();
    if (!Files.isRegularFile(path)) {
      throw new DatasetException(
          file, Files.exists(path) ? "must be a file, is a folder or a device" : "must exist");
    }
    try {
      return of(file, Files.size(path), Files.newInputStream(path));
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** Takes over the stream: closes it with this, or at once when this fails. */
  static IdxInput of(String file, long storedBytes, InputStream stored) {
    try {
      PushbackInputStream in = new PushbackInputStream(stored, 2);
      byte[] magic = in.readNBytes(2);
      in.unread(magic);
      boolean packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
      return new IdxInput(file, storedBytes, packed ? new GZIPInputStream(in, BLOCK) : in, packed);
    } catch (IOException e) {
      DatasetException failure = failure(file, e);
      try {
        stored.close();
      } catch (IOException suppressed) {
        failure.addSuppressed(suppressed);
      }
      throw failure;
    }
  }

  String file() {
    return file;
  }

  boolean isPacked() {
    return packed;
  }

  /** Returns how many bytes were read, unpacked. */
  long position() {
    return position;
  }

  /** Reads until the array is full or the file ends, and returns the number of bytes read. */
  int fill(byte[] into) {
    int filled = 0;
    try {
      while (filled < into.length) {
        int read = in.read(into, filled, Math.min(BLOCK, into.length - filled));
        if (read < 0) {
          break;
        }
        filled += read;
      }
    } catch (EOFException e) {
      cut = true;
    } catch (IOException e) {
      throw failure(file, e);
    }
    position += filled;
    return filled;
  }

  /** Checks the file's length, before anything is allocated for it, as far as it is known. */
  void expect(long bytes, String content) {
    this.end = bytes;
    this.content = content;
    if (!packed && storedBytes != UNKNOWN_LENGTH && storedBytes != bytes) {
      throw lengthError(Long.toString(storedBytes));
    }
    if (packed && bytes / MAX_DEFLATE_RATIO > storedBytes) {
      throw lengthError("a gzip file of %s, too short to hold them".formatted(storedBytes));
    }
  }

  /** Fills the array with what follows. */
  void read(byte[] into) {
    if (fill(into) < into.length) {
      throw lengthError(Long.toString(position));
    }
  }

  /** Checks that nothing follows and that the gzip checksum is right. */
  void expectEnd() {
    try {
      if (in.read() >= 0) {
        throw lengthError("more");
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  DatasetException error(String reason) {
    return new DatasetException(file, reason + (cut ? "; the gzip file is cut short" : ""));
  }

  private DatasetException lengthError(String found) {
    return error(
        "must have %s bytes%s to hold %s, found %s"
            .formatted(end, packed ? " when unpacked" : "", content, found));
  }

  private static DatasetException failure(String file, IOException e) {
    if (e instanceof EOFException) {
      return new DatasetException(file, "must be a whole gzip file, is cut short", e);
    }
    if (e instanceof ZipException) {
      return new DatasetException(file, "must be an intact gzip file, found: " + e.getMessage(), e);
    }
    return new DatasetException(file, "must be readable, failed with " + e, e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
