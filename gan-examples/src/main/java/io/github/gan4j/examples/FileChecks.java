package io.github.gan4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out before the work what would go wrong after it. */
final class FileChecks {
  private FileChecks() {}

  static void model(Path model) throws IOException {
    if (Files.isDirectory(model)) {
      throw new IOException(
          "MODEL must be a file, is a folder: %s; give the model.safetensors in a run folder"
              .formatted(model));
    }
  }

  static void out(Path out) throws IOException {
    if (Files.isDirectory(out)) {
      throw new IOException("--out must be a file, is a folder: " + out);
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "--out must be in a folder that is there, was %s: no folder %s".formatted(out, folder));
    }
  }
}
