package io.github.gan4j.examples.run;

import io.github.gan4j.examples.problem.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run leaves its files.
 *
 * @param path the folder
 * @param made the folders that were not there before, the innermost first
 */
record RunFolder(Path path, List<Path> made) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  /** Returns a folder of its own for a run that named none. */
  static Path byDefault(String run) {
    String time = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    return Path.of("runs", run + "-" + time);
  }

  /**
   * Makes the folder.
   *
   * @throws IOException if it holds something already or cannot be written
   */
  static RunFolder create(Path path) throws IOException {
    requireEmpty(path);
    RunFolder folder = new RunFolder(path, missing(path));
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".probe", ""));
    } catch (IOException e) {
      folder.removeIfEmpty();
      throw new IOException(
          "the output folder %s cannot be written: %s".formatted(path, Messages.of(e)), e);
    }
    return folder;
  }

  /**
   * Returns a folder that a run has left.
   *
   * @throws IOException if it is none
   */
  static RunFolder existing(Path path) throws IOException {
    RunFolder folder = new RunFolder(path, List.of());
    if (!Files.isDirectory(path)) {
      throw new NoSuchFileException(
          path.toString(),
          null,
          Files.exists(path) ? "must be a run folder, is a file" : "does not exist");
    }
    if (!Files.isRegularFile(folder.config())) {
      throw new NoSuchFileException(
          path.toString(), null, "must be a run folder, has no " + folder.config().getFileName());
    }
    return folder;
  }

  Path checkpoints() {
    return path.resolve("checkpoints");
  }

  Path model() {
    return path.resolve("model.safetensors");
  }

  Path losses() {
    return path.resolve("losses.csv");
  }

  Path log() {
    return path.resolve("training.log");
  }

  Path lossPlot() {
    return path.resolve("losses.png");
  }

  Path animation() {
    return path.resolve("animation.gif");
  }

  Path report() {
    return path.resolve("report.html");
  }

  Path tensorBoard() {
    return path.resolve("tensorboard");
  }

  Path config() {
    return path.resolve("config.yaml");
  }

  Path samples() {
    return path.resolve("samples");
  }

  /** Writes the configuration: whole or not at all. */
  void writeConfig(String text) throws IOException {
    Path temporary = path.resolve(".config.yaml.part");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, config(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Returns what is in the folder by now, folders with a slash at the end. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .toList();
    }
  }

  /** Undoes {@link #create} after a run that left nothing. */
  void removeIfEmpty() {
    try {
      for (Path folder : made) {
        if (Files.exists(folder)) {
          Files.delete(folder);
        }
      }
    } catch (IOException e) {
      // What a run has left is the user's; and why it failed is worth more than why this did.
    }
  }

  /**
   * Finds out early, and without writing anything, whether a folder can be a run's.
   *
   * @throws IOException if it holds something already
   */
  static void requireEmpty(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IOException("the output folder %s must be a folder, is a file".formatted(path));
    }
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      Optional<Path> found = files.sorted().findFirst();
      if (found.isPresent()) {
        throw new IOException(
            "the output folder %s must be empty, holds %s; another run? Choose another --out"
                .formatted(path, found.get().getFileName()));
      }
    }
  }

  private static List<Path> missing(Path path) {
    List<Path> missing = new ArrayList<>();
    Path folder = path.toAbsolutePath().normalize();
    while (folder != null && !Files.exists(folder)) {
      missing.add(folder);
      folder = folder.getParent();
    }
    return List.copyOf(missing);
  }
}
