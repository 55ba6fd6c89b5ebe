package io.github.gan4j.report.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces files as a whole: who opens one at any moment finds the old content or the new. */
public final class WholeFile {
  /** As Linux has it. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Writes beside the file and moves; through a symbolic link, beside the file that it stands for.
   * Makes the folder if there is none.
   *
   * @throws IOException if it cannot be written; then the file is as it was
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path target = linkedFile(file);
    Files.createDirectories(target.getParent());
    // Of one listener in one run, on one thread: nobody else writes this name.
    Path beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.write(
          beside,
          content,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      move(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Follows symbolic links: moving would replace the link, not what it stands for. */
  private static Path linkedFile(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(target); i++) {
      if (i == MOST_LINKS) {
        throw new IOException("%s: more than %s symbolic links".formatted(file, MOST_LINKS));
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
