package io.github.gan4j.datasets;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image files of a folder, in order, and the classes that its sub-folders name.
 *
 * @param images at least one
 * @param classes empty if the images have no labels
 * @param passedOver the files that are no images
 */
record FolderListing(List<Item> images, List<String> classes, IgnoredFiles passedOver) {

  /** One image file and its class, 0 if there are none. */
  record Item(Path file, int label) {}

  static FolderListing of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw error(folder, Files.exists(folder) ? "must be a folder, is a file" : "must exist");
    }
    FolderContent content = FolderContent.of(folder);
    if (!content.folders().isEmpty()) {
      return ofClasses(folder, content);
    }
    content.requireImages(folder);
    return new FolderListing(
        content.images().stream().map(file -> new Item(file, 0)).toList(),
        List.of(),
        content.passedOver());
  }

  private static FolderListing ofClasses(Path folder, FolderContent content) {
    List<Path> classes = ClassFolders.sorted(content.folders());
    if (!content.images().isEmpty()) {
      throw error(
          folder,
          "must have either images or one sub-folder a class, has both: %s and %s"
              .formatted(FileNames.of(content.images().get(0)), FileNames.of(classes.get(0))));
    }
    if (ClassFolders.areParts(classes)) {
      throw error(
          folder,
          "must have one sub-folder a class, has %s, which are parts of a dataset: give %s"
              .formatted(
                  classes.stream().map(FileNames::of).collect(joining(" and ")),
                  ClassFolders.trainingPart(classes)));
    }
    List<Item> images = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      FolderContent inside = ofClass(classes.get(label));
      content.passedOver().addAll(inside.passedOver());
      for (Path file : inside.images()) {
        images.add(new Item(file, label));
      }
    }
    return new FolderListing(
        images, classes.stream().map(FileNames::of).toList(), content.passedOver());
  }

  private static FolderContent ofClass(Path folder) {
    FolderContent content = FolderContent.of(folder);
    if (FileNames.isUndecodable(FileNames.of(folder))) {
      throw error(folder, "is a class and must have a name in UTF-8: rename it");
    }
    if (!content.folders().isEmpty()) {
      throw error(
          folder,
          "is a class and must have no sub-folders, has " + FileNames.of(content.folders().get(0)));
    }
    content.requireImages(folder);
    return content;
  }

  private static DatasetException error(Path folder, String reason) {
    return new DatasetException(folder.toString(), reason);
  }
}
