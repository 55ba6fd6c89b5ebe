package io.github.gan4j.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the file of labels that lies beside a file of images. */
final class IdxLabels {
  private static final String IMAGES = "images";
  private static final String GZIP = ".gz";

  private IdxLabels() {}

  /**
   * Returns the file whose name has {@code labels} and {@code idx1} where that of the images has
   * {@code images} and {@code idx3} or {@code idx4}, packed or not.
   */
  static Optional<Path> beside(Path images) {
    Path name = images.getFileName();
    return name == null
        ? Optional.empty()
        : names(name.toString()).stream()
            .map(images::resolveSibling)
            .filter(Files::isRegularFile)
            .findFirst();
  }

  private static Set<String> names(String images) {
    String name = unpacked(images);
    int at = name.lastIndexOf(IMAGES);
    if (at < 0) {
      return Set.of();
    }
    String before = name.substring(0, at) + "labels";
    String after = name.substring(at + IMAGES.length()).replaceFirst("idx[34]", "idx1");
    Set<String> names = new LinkedHashSet<>();
    for (String ending : List.of(after, after.replaceFirst("-[a-z]+$", "-ubyte"))) {
      names.add(before + ending);
      names.add(before + ending + GZIP);
    }
    return names;
  }

  /** Returns a file's name without the ending of gzip. */
  static String unpacked(String name) {
    return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
  }
}
