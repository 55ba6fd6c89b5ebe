package io.github.gan4j.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies in a folder itself, in an order that no platform or locale changes.
 *
 * @param images the files that are images by their names
 * @param folders its sub-folders
 * @param passedOver all other files
 */
record FolderContent(List<Path> images, List<Path> folders, IgnoredFiles passedOver) {
  /** What systems leave in folders, besides files whose names begin with a dot. */
  private static final Set<String> LITTER = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

  static FolderContent of(Path folder) {
    FolderContent content =
        new FolderContent(new ArrayList<>(), new ArrayList<>(), new IgnoredFiles());
    for (Path entry : entriesOf(folder)) {
      if (Files.isDirectory(entry)) {
        content.folders.add(entry);
      } else if (ImageFormat.isNamed(FileNames.of(entry))) {
        content.images.add(entry);
      } else {
        content.passedOver.add(entry);
      }
    }
    return content;
  }

  /** Returns what is neither hidden nor litter. */
  static List<Path> entriesOf(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return FileNames.sorted(entries.filter(entry -> !isLitter(FileNames.of(entry))));
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException(folder.toString(), "must be readable, failed with " + e, e);
    }
  }

  /** Checks that there is an image. */
  void requireImages(Path folder) {
    if (images.isEmpty()) {
      throw new DatasetException(
          folder.toString(),
          "must have at least one file named %s, has %s"
              .formatted(
                  ImageFormat.endings(),
                  passedOver.total() == 0 ? "no files" : "only others: " + passedOver.byKind()));
    }
  }

  private static boolean isLitter(String name) {
    return name.startsWith(".") || LITTER.contains(name);
  }
}
