package io.github.gan4j.cli.run;

import io.github.gan4j.checkpoint.FolderLock;
import io.github.gan4j.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run leaves its files.
 *
 * @param path the folder
 */
record RunFolder(Path path) {
  /**
   * Returns a folder that a run has left.
   *
   * @throws IOException if it is none
   */
  static RunFolder existing(Path path) throws IOException {
    RunFolder folder = new RunFolder(path);
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write("configuration", config(), out -> out.write(bytes));
  }

  /** Returns what is in the folder by now, folders with a slash at the end. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> !FolderLock.isLock(file))
          .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .toList();
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
      Optional<Path> found = files.filter(file -> !FolderLock.isLock(file)).sorted().findFirst();
      if (found.isPresent()) {
        throw new IOException(
            "the output folder %s must be empty, holds %s; another run? Choose another --out"
                .formatted(path, found.get().getFileName()));
      }
    }
  }
}
