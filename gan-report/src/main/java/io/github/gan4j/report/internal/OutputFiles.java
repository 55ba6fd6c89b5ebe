package io.github.gan4j.report.internal;

import io.github.gan4j.internal.io.AtomicFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes files; finds out early what would go wrong, and says so with the file. */
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

  /** Refuses a file whose place a folder has, or whose folder cannot be written. */
  public static void requireFile(String what, Path file) {
    requireFolder(what, file.toAbsolutePath().getParent());
    if (Files.isDirectory(file)) {
      throw failure(
          what + " must be a file, is a folder: " + file,
          new FileSystemException(file.toString(), null, "is a folder"));
    }
  }

  /**
   * Replaces a file as a whole, and makes its folder if there is none: who opens the file at any
   * moment finds the old content or the new.
   *
   * @throws UncheckedIOException if it cannot be written; then it is as it was
   */
  public static void replace(String what, Path file, AtomicFile.Content content) {
    try {
      createFolderOf(what, file);
      AtomicFile.write(what, file, content);
    } catch (IOException e) {
      throw failure(String.valueOf(e.getMessage()), e);
    }
  }

  private static void createFolderOf(String what, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new IOException("cannot write %s %s: %s".formatted(what, file, e), e);
      }
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
