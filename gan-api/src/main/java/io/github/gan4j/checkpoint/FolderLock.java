package io.github.gan4j.checkpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.gan4j.error.FolderInUseException;
import io.github.gan4j.internal.io.LockFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a folder for one run at a time, from when it is taken until it is closed:
 *
 * <pre>{@code
 * try (FolderLock lock = FolderLock.take(folder)) {
 *   Gan.resume(folder.resolve("checkpoints")).train(data);
 * }
 * }</pre>
 *
 * <p>Who comes second is refused, be it in this process, in another one, or, if the file system has
 * locks of the network, on another computer. The lock is the operating system's, on the file {@code
 * .gan4j.lock} in the folder, and goes with its process: one that was killed leaves no more than
 * that file, which stops nobody. Where a file system has no locks, that is logged, and only runs of
 * this process are kept apart.
 *
 * <p>{@link Checkpoints} take their folder by themselves, for as long as the run lasts.
 *
 * <p>Safe for use by several threads.
 */
@CheckReturnValue
public final class FolderLock implements AutoCloseable {
  /** How often a folder is made that another run, which failed, removes at the same moment. */
  private static final int MOST_TRIES = 100;

  private final Path folder;
  private final List<Path> made;
  private final LockFile file;

  private FolderLock(Path folder, List<Path> made, LockFile file) {
    this.folder = folder;
    this.made = made;
    this.file = file;
  }

  /**
   * Takes a folder, which is made if there is none.
   *
   * @throws FolderInUseException if another run has it
   * @throws IOException if it cannot be made or written
   */
  public static FolderLock take(Path folder) throws IOException {
    return take(folder, false);
  }

  /**
   * Makes a folder and takes it. Of several that do so at the same moment, one succeeds.
   *
   * @throws FileAlreadyExistsException if there is one
   * @throws FolderInUseException if another run took the new folder first
   * @throws IOException if it cannot be made or written
   */
  public static FolderLock takeNew(Path folder) throws IOException {
    return take(folder, true);
  }

  private static FolderLock take(Path folder, boolean isNew) throws IOException {
    for (int i = 1; ; i++) {
      List<Path> made = new ArrayList<>();
      try {
        make(folder, isNew, made);
        return new FolderLock(folder, List.copyOf(made), LockFile.lock(folder));
      } catch (NoSuchFileException e) {
        if (i == MOST_TRIES) {
          throw e;
        }
      } catch (IOException | FolderInUseException e) {
        remove(made);
        throw e;
      }
    }
  }

  /**
   * Makes a folder and those around it.
   *
   * @param made gets those that were made here, the innermost first
   */
  private static void make(Path folder, boolean isNew, List<Path> made) throws IOException {
    List<Path> missing = missing(folder);
    if (isNew && missing.isEmpty()) {
      throw new FileAlreadyExistsException(folder.toAbsolutePath().toString());
    }
    for (Path each : missing) {
      try {
        Files.createDirectory(each);
        made.add(0, each);
      } catch (FileAlreadyExistsException e) {
        boolean isLast = each.equals(missing.get(missing.size() - 1));
        if ((isNew && isLast) || !Files.isDirectory(each)) {
          throw e;
        }
      }
    }
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /** Returns whether a file is the lock, which is none of the run's. */
  public static boolean isLock(Path file) {
    return LockFile.NAME.equals(String.valueOf(file.getFileName()));
  }

  /** Lets the next run in, and removes the folders that were made for this one and are empty. */
  @Override
  public void close() {
    file.release();
    remove(made);
  }

  /** The outermost first. */
  private static List<Path> missing(Path path) {
    List<Path> missing = new ArrayList<>();
    Path folder = path.toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder)) {
      missing.add(0, folder);
      folder = folder.getParent();
    }
    return missing;
  }

  /** The innermost first. */
  private static void remove(List<Path> folders) {
    try {
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // It is not empty: what a run has left is the user's.
    }
  }
}
