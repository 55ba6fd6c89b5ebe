package io.github.gan4j.cli.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out before the work what would go wrong after it. */
public final class FileChecks {
  private FileChecks() {}

  public static void out(Path out) throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(out)) {
      throw new IOException("--out must be a file, is a folder: " + out);
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "--out must be in a folder that is there, was %s: %s %s"
              .formatted(out, folder, Files.exists(folder) ? "is not a folder" : "does not exist"));
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("--out must be in a folder that may be written, was %s".formatted(out));
    }
  }
}
