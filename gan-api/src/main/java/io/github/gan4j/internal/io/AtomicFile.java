package io.github.gan4j.internal.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/** Files that are there whole or not at all: written beside, forced to disk, renamed. */
public final class AtomicFile {

  /** What a file shall hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** As Linux has it. */
  private static final int MOST_LINKS = 40;

  private static final SecureRandom UNIQUE = new SecureRandom();

  private AtomicFile() {}

  /**
   * Writes a file, replacing one that is there; through a symbolic link, the file that it stands
   * for. A thread that is interrupted meanwhile begins again with the content, and is interrupted
   * still when this returns.
   *
   * @throws IOException if it cannot be written; then the target is as it was
   */
  public static void write(Path file, Content content) throws IOException {
    write("", file, content);
  }

  /**
   * Does the same for a file that messages call by what it is.
   *
   * @param what such as {@code report}, as in "cannot write report FILE"
   */
  public static void write(String what, Path file, Content content) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          writeOnce(what.isEmpty() ? "" : what + " ", file, content);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void writeOnce(String what, Path file, Content content) throws IOException {
    Path target = linkedFile(what, file);
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException("cannot write " + what + InputFile.shown(file) + ": it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "cannot write %s%s: %s %s"
              .formatted(
                  what, file, folder, Files.exists(folder) ? "is not a folder" : "does not exist"));
    }
    // Not a temporary file of the JDK's, which only its owner may read.
    Path beside =
        folder.resolve(
            "." + target.getFileName() + "." + Long.toHexString(UNIQUE.nextLong()) + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        // The stream is flushed, not closed: the channel is still to be forced.
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(beside, target);
      forceEntry(folder);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      // A disk that is full does not say whose, and others name the file beside.
      throw new IOException("cannot write " + what + file + ": " + reason(e, folder), e);
    } finally {
      delete(beside);
    }
  }

  /** Follows symbolic links: renaming would replace the link, not what it stands for. */
  private static Path linkedFile(String what, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(target); i++) {
      if (i == MOST_LINKS) {
        throw new IOException(
            "cannot write %s%s: it is a symbolic link of more than %s links, or of a circle of them"
                .formatted(what, file, MOST_LINKS));
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void delete(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      // It was moved, or why it could not be written is told already.
    }
  }

  private static String reason(IOException e, Path folder) {
    if (e instanceof AccessDeniedException) {
      return folder + " may not be written";
    }
    if (e instanceof NoSuchFileException) {
      return folder + " does not exist";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /** Has the new name outlast a power failure too, where folders can be forced to disk. */
  private static void forceEntry(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; the file itself is on disk and whole.
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
