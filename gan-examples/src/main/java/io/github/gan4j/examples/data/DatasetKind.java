package io.github.gan4j.examples.data;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.FashionMnist;
import io.github.gan4j.datasets.IdxDataset;
import io.github.gan4j.datasets.ImageFolder;
import io.github.gan4j.datasets.Mnist;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run can train on. */
public enum DatasetKind {
  /** MNIST's training images: embedded, or a folder with MNIST's files. */
  MNIST,
  /** Fashion-MNIST's training images: embedded, or a folder with its files. */
  FASHION_MNIST,
  /** The images of an IDX file. */
  IDX,
  /** The images of a folder. */
  FOLDER;

  /** The names under which MNIST's training images are handed round. */
  private static final List<String> TRAINING_IMAGES =
      List.of(
          "train-images-idx3-ubyte.gz",
          "train-images-idx3-ubyte",
          "train-images.idx3-ubyte",
          "train-images.idx3-ubyte.gz");

  /** Returns whether there is nothing to train on unless a file or folder is named. */
  public boolean needsPath() {
    return this == IDX || this == FOLDER;
  }

  /**
   * Reads the images.
   *
   * @param path the file or folder; null for what is embedded
   * @throws IOException if it is missing, or no folder where one is needed
   * @throws io.github.gan4j.datasets.DatasetException if it cannot be read as images
   */
  public Dataset open(@Nullable Path path) throws IOException {
    return switch (this) {
      case MNIST -> path == null ? Mnist.train() : IdxDataset.read(trainingImages(path));
      case FASHION_MNIST ->
          path == null ? FashionMnist.train() : IdxDataset.read(trainingImages(path));
      case IDX -> IdxDataset.read(Objects.requireNonNull(path, "path"));
      case FOLDER -> ImageFolder.read(Objects.requireNonNull(path, "path"));
    };
  }

  private static Path trainingImages(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException("the data folder " + folder);
    }
    for (String name : TRAINING_IMAGES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new FileNotFoundException(
        "the data folder %s must hold train-images-idx3-ubyte or train-images-idx3-ubyte.gz, %s"
            .formatted(folder, Files.exists(folder) ? "holds neither" : "does not exist"));
  }
}
