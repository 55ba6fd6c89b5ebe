package io.github.gan4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run leaves its files.
 *
 * @param path the folder
 */
record RunFolder(Path path) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Returns a folder of its own for a run that named none. */
  static Path byDefault(Recipe recipe) {
    return Path.of("runs", recipe.name() + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP));
  }

  /**
   * Makes the folder, before anything else is done.
   *
   * @throws IOException if it holds something already or cannot be written
   */
  static RunFolder create(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException("the output folder " + path);
    }
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        Optional<Path> found = files.sorted().findFirst();
        if (found.isPresent()) {
          throw new IOException(
              "the output folder %s must be empty, holds %s; another run? Choose another --out"
                  .formatted(path, found.get().getFileName()));
        }
      }
    }
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".probe", ""));
    } catch (IOException e) {
      throw new IOException(
          "the output folder %s cannot be written: %s".formatted(path, Messages.of(e)), e);
    }
    return new RunFolder(path);
  }

  Path model() {
    return path.resolve("model.safetensors");
  }

  Path losses() {
    return path.resolve("losses.csv");
  }

  Path samples() {
    return path.resolve("samples");
  }
}
