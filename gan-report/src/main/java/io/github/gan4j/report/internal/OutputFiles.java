package io.github.gan4j.report.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Finds out early what would go wrong in writing, and says so with the file. */
public final class OutputFiles {
  private OutputFiles() {}

  public static void requireNew(String what, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw failure(
          what + " must be a new file, there is one already: " + file,
          new FileAlreadyExistsException(file.toString()));
    }
    requireFolder(what, file.toAbsolutePath().getParent());
  }

  /** Refuses a folder that is a file or not writable, or that cannot be made for such a reason. */
  public static void requireFolder(String what, @Nullable Path folder) {
    Path existing = folder == null ? null : folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing != null && !Files.isDirectory(existing)) {
      throw failure(
          what + " must be in a folder, which is a file: " + existing,
          new NotDirectoryException(existing.toString()));
    }
    if (existing != null && !Files.isWritable(existing)) {
      throw failure(
          what + " must be in a folder that can be written, which cannot: " + existing,
          new AccessDeniedException(existing.toString()));
    }
  }

  /**
   * Opens a file that exists, to be written from its end on. What is written by an interrupted
   * thread arrives, too, where the file is one of the system's: a channel would be closed.
   */
  public static OutputStream appendTo(Path file) throws IOException {
    return file.getFileSystem().equals(FileSystems.getDefault())
        ? new FileOutputStream(file.toFile(), true)
        : Files.newOutputStream(file, StandardOpenOption.APPEND);
  }

  public static UncheckedIOException failure(String message, IOException cause) {
    return new UncheckedIOException(message, cause);
  }
}
