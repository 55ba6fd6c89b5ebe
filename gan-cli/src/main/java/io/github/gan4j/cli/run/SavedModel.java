package io.github.gan4j.cli.run;

import io.github.gan4j.Gan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What a run has left to generate with. */
public final class SavedModel {
  private SavedModel() {}

  /**
   * Returns the file itself; of a run folder its model or its newest checkpoint, whichever was
   * written later; of a folder of checkpoints the newest.
   *
   * @throws IOException if a folder has neither, or cannot be read
   */
  public static Path find(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return fileOrFolder;
    }
    RunFolder run = new RunFolder(fileOrFolder);
    Optional<Path> within = Gan.newestCheckpoint(run.checkpoints());
    Optional<Path> checkpoint = within.isPresent() ? within : Gan.newestCheckpoint(fileOrFolder);
    boolean hasModel = Files.isRegularFile(run.model());
    if (checkpoint.isEmpty() && !hasModel) {
      throw new NoSuchFileException(
          fileOrFolder.toString(),
          null,
          "holds neither %s nor checkpoints".formatted(run.model().getFileName()));
    }
    // A run that was resumed and then crashed has an old model beside newer checkpoints.
    return checkpoint.isPresent() && !(hasModel && isOlder(checkpoint.get(), run.model()))
        ? checkpoint.get()
        : run.model();
  }

  /** A run that ends saves the same in both, the model last. */
  private static boolean isOlder(Path checkpoint, Path model) throws IOException {
    return Files.getLastModifiedTime(checkpoint).compareTo(Files.getLastModifiedTime(model)) <= 0;
  }
}
