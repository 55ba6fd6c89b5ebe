package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * IDX files in a folder, under the names that those of MNIST have: {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte}, and {@code t10k-...} to test with.
 *
 * <p>Found are also the names with {@code .gz} and those with a dot before {@code idx}, into which
 * some programs unpack them.
 */
final class IdxFolder {
  private static final ImageShape MNIST_SHAPE = ImageShape.grey(28, 28);

  private final Path folder;
  private final String part;

  /** Chooses the files whose names begin with {@code part}. */
  IdxFolder(Path folder, String part) {
    this.folder = folder;
    this.part = part;
  }

  /** Returns the file of images. */
  Path images() {
    checkFolder();
    return required("images", 3, 4);
  }

  /**
   * Reads images and labels and holds the images to MNIST's size.
   *
   * @param classNames as far as there are labels
   */
  Dataset readMnist(String name, List<String> classNames) {
    checkFolder();
    Path images = required("images", 3);
    try (IdxInput imagesIn = IdxInput.open(images);
        IdxInput labelsIn = IdxInput.open(required("labels", 1))) {
      Dataset data = IdxReader.DEFAULT.read(name, imagesIn, labelsIn, classNames);
      if (!data.shape().equals(MNIST_SHAPE)) {
        throw imagesIn.error(
            "must hold images of %s to be %s, found %s; IdxDataset reads any"
                .formatted(MNIST_SHAPE, name, data.shape()));
      }
      return data;
    }
  }

  private void checkFolder() {
    if (!Files.isDirectory(folder)) {
      throw error(Files.exists(folder) ? "must be a folder, is a file" : "must exist");
    }
  }

  private Path required(String what, int... ranks) {
    return find(what, ranks)
        .orElseThrow(
            () -> {
              List<Path> entries = FolderContent.entriesOf(folder);
              return error(
                  "must have a file %s-%s-idx%s-ubyte, with or without .gz, has %s"
                      .formatted(
                          part,
                          what,
                          ranks[0],
                          entries.isEmpty()
                              ? "no files"
                              : "only others, such as " + FileNames.of(entries.get(0))));
            });
  }

  private Optional<Path> find(String what, int... ranks) {
    for (int rank : ranks) {
      for (String separator : List.of("-", ".")) {
        for (String ending : List.of("", ".gz")) {
          String name = "%s-%s%sidx%s-ubyte%s".formatted(part, what, separator, rank, ending);
          Path file = folder.resolve(name);
          if (Files.isRegularFile(file)) {
            return Optional.of(file);
          }
        }
      }
    }
    return Optional.empty();
  }

  private DatasetException error(String reason) {
    return new DatasetException(folder.toString(), reason);
  }
}
