package io.github.gan4j.cli.run;

import io.github.gan4j.checkpoint.FolderLock;
import io.github.gan4j.cli.problem.Messages;
import io.github.gan4j.error.FolderInUseException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A run folder that is one run's alone, until it is closed; then it is removed if it is empty. */
final class ClaimedFolder implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private final FolderLock lock;

  private ClaimedFolder(FolderLock lock) {
    this.lock = lock;
  }

  /**
   * Makes a folder for a run that named none: {@code NAME-TIME}, and for those that come in the
   * same second {@code NAME-TIME-2}, {@code NAME-TIME-3} and so on.
   *
   * @throws IOException if it cannot be made
   */
  static ClaimedFolder byDefault(Path parent, String run) throws IOException {
    String name = run + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    for (int i = 1; ; i++) {
      Path path = parent.resolve(i == 1 ? name : name + "-" + i);
      try {
        return new ClaimedFolder(FolderLock.takeNew(path));
      } catch (FileAlreadyExistsException e) {
        if (!path.toAbsolutePath().toString().equals(e.getFile())) {
          throw unwritable(path, e); // A file stands where a folder around it is to be.
        }
      } catch (FolderInUseException e) {
        // Taken in the moment after it was made.
      } catch (IOException e) {
        throw unwritable(path, e);
      }
    }
  }

  /**
   * Takes the folder that a new run was given, and makes it if there is none.
   *
   * @throws FolderInUseException if it is another run's
   * @throws IOException if it holds something already or cannot be written
   */
  static ClaimedFolder given(Path path) throws IOException {
    RunFolder.requireEmpty(path);
    ClaimedFolder folder;
    try {
      folder = new ClaimedFolder(FolderLock.take(path));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
    try {
      // Once more: a short run may have come and gone meanwhile.
      RunFolder.requireEmpty(path);
    } catch (IOException e) {
      folder.close();
      throw e;
    }
    return folder;
  }

  /**
   * Takes the folder that a run has left.
   *
   * @throws FolderInUseException if the run has not ended
   * @throws IOException if it is no run's, or cannot be written
   */
  static ClaimedFolder left(Path path) throws IOException {
    RunFolder folder = RunFolder.existing(path);
    return new ClaimedFolder(FolderLock.take(folder.path()));
  }

  RunFolder folder() {
    return new RunFolder(lock.folder());
  }

  @Override
  public void close() {
    lock.close();
  }

  private static IOException unwritable(Path path, IOException reason) {
    return new IOException(
        "the output folder %s cannot be written: %s".formatted(path, Messages.of(reason)), reason);
  }
}
