package io.github.gan4j.internal.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gan4j.error.FolderInUseException;
import io.github.gan4j.internal.log.Warnings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file in a folder that one process has locked, and that says which. Safe for use by several
 * threads.
 */
public final class LockFile {
  /** The file's name. */
  public static final String NAME = ".gan4j.lock";

  /** Far behind the text, which Windows would let nobody else read. */
  private static final long LOCKED_BYTE = 1L << 30;

  private static final int MOST_TEXT = 1000;

  /**
   * The owners in this process, by folder. Looked at before the file is opened: on POSIX systems,
   * closing it would free a lock that another channel of this process holds.
   */
  private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

  private final Path folder;
  private final Path file;
  private final @Nullable Object key;
  private @Nullable FileChannel channel;

  private LockFile(Path folder, Path file, FileChannel channel, @Nullable Object key) {
    this.folder = folder;
    this.file = file;
    this.channel = channel;
    this.key = key;
  }

  /**
   * Locks a folder. An interrupted thread does so too, and is interrupted still.
   *
   * @throws FolderInUseException if it is locked
   * @throws NoSuchFileException if there is no such folder
   * @throws IOException if it cannot be written
   */
  public static LockFile lock(Path folder) throws IOException {
    Path real = folder.toRealPath();
    String owner = Owner.describe();
    String other = HELD_HERE.putIfAbsent(real, owner);
    if (other != null) {
      throw new FolderInUseException(folder, other);
    }
    boolean locked = false;
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          LockFile file = tryOnce(folder, real, owner);
          if (file != null) {
            locked = true;
            return file;
          }
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        }
      }
    } finally {
      if (!locked) {
        HELD_HERE.remove(real);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns null if another process removed the file meanwhile. */
  private static @Nullable LockFile tryOnce(Path folder, Path real, String owner)
      throws IOException {
    Path file = real.resolve(NAME);
    Object key = keyOf(file, true);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    }
    boolean locked = false;
    try {
      lock(channel, folder);
      if (Files.exists(file) && Objects.equals(key, keyOf(file, false))) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(owner.getBytes(UTF_8)), 0);
        locked = true;
        return new LockFile(real, file, channel, key);
      }
      return null;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static void lock(FileChannel channel, Path folder) throws IOException {
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw new FolderInUseException(folder, text(channel));
      }
    } catch (OverlappingFileLockException e) {
      // By this library in another class loader.
      throw new FolderInUseException(folder, text(channel));
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      Warnings.warn(
          LockFile.class,
          "folder %s cannot be locked (%s): see to it that no other process trains into it"
              .formatted(folder, e));
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MOST_TEXT);
    channel.read(bytes, 0);
    return UTF_8.decode(bytes.flip()).toString().strip();
  }

  /** Returns what tells a file from a later one of its name; null on Windows, which cannot. */
  private static @Nullable Object keyOf(Path file, boolean make) throws IOException {
    if (make) {
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // Of a run that lasts, or that was killed.
      }
    }
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Frees the folder. */
  public synchronized void release() {
    FileChannel held = channel;
    if (held == null) {
      return;
    }
    channel = null;
    try (held) {
      // Only its own, and only where others can tell that it is another file which comes after.
      if (key != null && key.equals(keyOf(file, false))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The lock goes with the channel; the file stops nobody.
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
