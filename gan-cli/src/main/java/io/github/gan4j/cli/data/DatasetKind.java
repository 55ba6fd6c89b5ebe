package io.github.gan4j.cli.data;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.FashionMnist;
import io.github.gan4j.datasets.IdxDataset;
import io.github.gan4j.datasets.IdxDatasetReader;
import io.github.gan4j.datasets.ImageFolder;
import io.github.gan4j.datasets.ImageFolderReader;
import io.github.gan4j.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run can train on. */
public enum DatasetKind {
  /** MNIST's training images: embedded, or a folder with MNIST's files. */
  MNIST,
  /** Fashion-MNIST's training images: embedded, or a folder with its files. */
  FASHION_MNIST,
  /** Digits of {@link #MNIST} stacked three at a time, as red, green and blue. */
  STACKED_MNIST,
  /** The images of an IDX file. */
  IDX,
  /** The images of a folder. */
  FOLDER;

  /** What is larger than this part of the heap is not read into it. */
  private static final int SHARE_OF_HEAP = 4;

  /** As many as the papers take, and {@link Mnist#stacked}. */
  private static final int STACKED = 128_000;

  private static final long STACKING_SEED = 1;

  /** Returns whether there is nothing to train on unless a file or folder is named. */
  public boolean needsPath() {
    return this == IDX || this == FOLDER;
  }

  /**
   * Reads the images as they are.
   *
   * @param path the file or folder; null for what is embedded
   * @throws IOException if it is missing, or no folder where one is needed
   * @throws io.github.gan4j.datasets.DatasetException if it cannot be read as images
   */
  public Dataset open(@Nullable Path path) throws IOException {
    return open(path, ImageFolder.reader(), IdxDataset.reader());
  }

  /**
   * Reads the images.
   *
   * @param path the file or folder; null for what is embedded
   * @param folders how a folder of images is read
   * @param files how an IDX file is read
   * @throws IOException if it is missing, or no folder where one is needed
   * @throws io.github.gan4j.datasets.DatasetException if it cannot be read as images
   */
  public Dataset open(@Nullable Path path, ImageFolderReader folders, IdxDatasetReader files)
      throws IOException {
    return switch (this) {
      case MNIST -> path == null ? Mnist.train() : Mnist.train(path);
      case FASHION_MNIST -> path == null ? FashionMnist.train() : FashionMnist.train(path);
      case STACKED_MNIST -> Datasets.stacked(MNIST.open(path), STACKED, STACKING_SEED);
      case IDX -> idx(Objects.requireNonNull(path, "path"), files);
      case FOLDER -> folder(Objects.requireNonNull(path, "path"), folders);
    };
  }

  /** Returns the images of the embedded dataset that are not for training, if it has any. */
  public Optional<Dataset> heldOut() {
    return switch (this) {
      case MNIST -> Optional.of(Mnist.test());
      case FASHION_MNIST -> Optional.of(FashionMnist.test());
      case STACKED_MNIST ->
          Optional.of(Datasets.stacked(Mnist.test(), Mnist.test().size(), STACKING_SEED));
      case IDX, FOLDER -> Optional.empty();
    };
  }

  private static Dataset folder(Path path, ImageFolderReader reader) throws IOException {
    return isLarge(reader.bytes(path)) ? unpacked(path, reader) : reader.read(path);
  }

  /** The file goes with the process. */
  private static Dataset unpacked(Path path, ImageFolderReader reader) throws IOException {
    Path temporary = Files.createTempDirectory("gan4j-");
    Path pixels = temporary.resolve("pixels");
    temporary.toFile().deleteOnExit();
    pixels.toFile().deleteOnExit();
    return reader.unpack(path, pixels);
  }

  private static boolean isLarge(long bytes) {
    return bytes > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  }

  private static Dataset idx(Path path, IdxDatasetReader reader) throws IOException {
    if (Files.isDirectory(path)) {
      return reader.readFolder(path);
    }
    return Files.isRegularFile(path) && isLarge(Files.size(path))
        ? reader.map(path)
        : reader.read(path);
  }
}
