package io.github.gan4j.internal.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files to read: what cannot be read is told by its path and the reason, on every system alike. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens a file for reading.
   *
   * @throws IOException if it is missing, a folder or not readable; the message names path and
   *     reason
   */
  public static FileChannel open(Path file) throws IOException {
    requireExisting(file);
    // Linux opens folders, and the first read then fails without a path.
    if (Files.isDirectory(file)) {
      throw new FileSystemException(shown(file), null, "must be a file, is a folder");
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(shown(file), null, "may not be read");
    }
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  /**
   * Refuses a path where nothing is.
   *
   * @throws NoSuchFileException if it is one
   */
  public static void requireExisting(Path path) throws NoSuchFileException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(shown(path), null, "does not exist");
    }
  }

  /** Returns a path as messages show it: the empty one, the current folder, is written out. */
  public static String shown(Path path) {
    return (path.toString().isEmpty() ? path.toAbsolutePath() : path).toString();
  }
}
