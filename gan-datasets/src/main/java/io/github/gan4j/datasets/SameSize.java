package io.github.gan4j.datasets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Holds all images to the size of the first. */
final class SameSize {
  private @Nullable Path first;
  private int width;
  private int height;

  /** Returns the rule for a file. */
  ImageFile.SizeRule of(Path file) {
    return (fileWidth, fileHeight) -> check(file, fileWidth, fileHeight);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private void check(Path file, int fileWidth, int fileHeight) {
    if (first == null) {
      first = file;
      width = fileWidth;
      height = fileHeight;
    } else if (width != fileWidth || height != fileHeight) {
      throw new DatasetException(
          file.toString(),
          "must be of %s x %s pixels (width x height) like %s, is of %s x %s"
              .formatted(width, height, first, fileWidth, fileHeight));
    }
  }
}
