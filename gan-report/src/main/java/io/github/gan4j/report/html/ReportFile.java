package io.github.gan4j.report.html;

import io.github.gan4j.report.internal.OutputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that is whole at any moment: written beside and moved. */
final class ReportFile {
  private final Path file;

  ReportFile(Path file) {
    this.file = file;
  }

  /** Refuses a folder, before a run has begun. */
  static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw OutputFiles.failure(
          "report must be a file, is a folder: " + file,
          new FileSystemException(file.toString(), null, "is a folder"));
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if it cannot be written; then it is as it was
   */
  void write(String text) {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        move(beside, target);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw OutputFiles.failure("cannot write report " + file + ": " + e, e);
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
