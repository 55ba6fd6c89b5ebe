package io.github.gan4j.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The image files of a folder, in order, and the classes that its sub-folders name.
 *
 * @param images at least one
 * @param classes empty if the images have no labels
 */
record FolderListing(List<Item> images, List<String> classes) {

  /** One image file and its class, 0 if there are none. */
  record Item(Path file, int label) {}

  static FolderListing of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw error(folder, Files.exists(folder) ? "must be a folder, is a file" : "must exist");
    }
    List<Path> entries = entriesOf(folder);
    List<Path> files = entries.stream().filter(FolderListing::isImage).toList();
    List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
    if (!files.isEmpty() && !folders.isEmpty()) {
      throw error(
          folder,
          "must have either images or one sub-folder a class, has both: %s and %s"
              .formatted(nameOf(files.get(0)), nameOf(folders.get(0))));
    }
    if (!folders.isEmpty()) {
      return ofClasses(folders);
    }
    checkNotEmpty(folder, files, entries);
    return new FolderListing(files.stream().map(file -> new Item(file, 0)).toList(), List.of());
  }

  private static FolderListing ofClasses(List<Path> folders) {
    List<Item> images = new ArrayList<>();
    for (int label = 0; label < folders.size(); label++) {
      Path folder = folders.get(label);
      List<Path> entries = entriesOf(folder);
      List<Path> files = entries.stream().filter(FolderListing::isImage).toList();
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          throw error(folder, "is a class and must have no sub-folders, has " + nameOf(entry));
        }
      }
      checkNotEmpty(folder, files, entries);
      for (Path file : files) {
        images.add(new Item(file, label));
      }
    }
    return new FolderListing(
        List.copyOf(images), folders.stream().map(FolderListing::nameOf).toList());
  }

  private static void checkNotEmpty(Path folder, List<Path> images, List<Path> entries) {
    if (images.isEmpty()) {
      throw error(
          folder,
          "must have at least one file named .png, .jpg or .jpeg, has "
              + (entries.isEmpty()
                  ? "no files"
                  : "only others, such as " + nameOf(entries.get(0))));
    }
  }

  /** Returns what is not hidden, in an order that no platform or locale changes. */
  static List<Path> entriesOf(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !nameOf(entry).startsWith("."))
          .sorted(Comparator.comparing(FolderListing::nameOf))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException(folder.toString(), "must be readable, failed with " + e, e);
    }
  }

  private static boolean isImage(Path entry) {
    String name = nameOf(entry).toLowerCase(Locale.ROOT);
    return (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"))
        && !Files.isDirectory(entry);
  }

  private static String nameOf(Path entry) {
    return Arguments.nameOf(entry);
  }

  private static DatasetException error(Path folder, String reason) {
    return new DatasetException(folder.toString(), reason);
  }
}
