package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of reading IDX files: the range of their numbers, and whether images are stored
 * transposed. Made by {@link IdxDataset#reader()}.
 *
 * <p>Immutable and thread-safe: each method returns another reader. For example, floats from 0 to
 * 1, and EMNIST, whose images are stored column by column:
 *
 * <pre>{@code
 * IdxDataset.reader().range(0, 1).read(Path.of("images"))
 * IdxDataset.reader().transposed(true).read(Path.of("emnist-letters-train-images-idx3-ubyte.gz"))
 * }</pre>
 */
public final class IdxDatasetReader {
  static final IdxDatasetReader DEFAULT = new IdxDatasetReader(IdxReader.DEFAULT);

  private final IdxReader reader;

  private IdxDatasetReader(IdxReader reader) {
    this.reader = reader;
  }

  /**
   * States which numbers stand for black and white; others lie evenly between them, and numbers
   * outside are an error. Needed for anything but unsigned bytes, which are from 0 to 255 unless
   * this says otherwise.
   *
   * @param black what is read as -1
   * @param white what is read as +1
   * @throws IllegalArgumentException if they are not two different finite numbers
   */
  public IdxDatasetReader range(double black, double white) {
    return new IdxDatasetReader(new IdxReader(new NumberRange(black, white), reader.transposed()));
  }

  /** Sets whether rows of the file are columns of the images, as in EMNIST. */
  public IdxDatasetReader transposed(boolean transposed) {
    return new IdxDatasetReader(new IdxReader(reader.range(), transposed));
  }

  /**
   * Reads images into memory, and the labels that lie beside them: in the file, if there is one,
   * whose name has {@code labels} and {@code idx1} for the images' {@code images} and {@code idx3}
   * or {@code idx4}, with or without {@code .gz}.
   *
   * @throws DatasetException if a file is missing, empty, cut short or too long for what its header
   *     says, no IDX file, of another rank or corrupt; if there are not as many labels as images,
   *     or one is below 0 or above 65,535; if numbers are not of unsigned bytes and no range was
   *     stated, or are outside of the one that was
   */
  public Dataset read(Path images) {
    return open(images, null, false);
  }

  /**
   * Reads images and their labels into memory.
   *
   * @throws DatasetException for what {@link #read(Path)} names, in either file
   */
  public Dataset read(Path images, Path labels) {
    return open(images, Arguments.notNull("labels", labels), false);
  }

  /**
   * Maps images, with the labels that lie beside them: images stay in the file, of which the system
   * keeps in memory what it has room for, outside of Java's heap. The file must stay as it is for
   * as long as the dataset is used: if it becomes shorter, reading throws an {@link InternalError}
   * or ends the process.
   *
   * @throws DatasetException for what {@link #read(Path)} names, or if images are packed by gzip
   */
  public Dataset map(Path images) {
    return open(images, null, true);
  }

  /**
   * Maps images, as {@link #map(Path)} does, and reads their labels.
   *
   * @throws DatasetException for what {@link #read(Path)} names, or if images are packed by gzip
   */
  public Dataset map(Path images, Path labels) {
    return open(images, Arguments.notNull("labels", labels), true);
  }

  /**
   * Reads images from a folder whose files are named as those of MNIST are: {@code
   * train-images-idx3-ubyte}, or {@code idx4} for rank 4, and, if it is there, {@code
   * train-labels-idx1-ubyte}, all with or without {@code .gz}. The dataset has the folder's name.
   *
   * @throws DatasetException if the folder is missing, no folder, or has no such images; or for
   *     what {@link #read(Path)} names
   */
  public Dataset readFolder(Path folder) {
    Path images = new IdxFolder(Arguments.notNull("folder", folder), "train").images();
    return open(FileNames.of(folder), images, IdxLabels.beside(images).orElse(null), false);
  }

  private Dataset open(Path images, @Nullable Path given, boolean mapped) {
    Arguments.notNull("images", images);
    Optional<Path> labels = given != null ? Optional.of(given) : IdxLabels.beside(images);
    String name = IdxLabels.unpacked(FileNames.of(images));
    return open(name, images, labels.orElse(null), mapped);
  }

  private Dataset open(String name, Path images, @Nullable Path labels, boolean mapped) {
    try (IdxInput imagesIn = IdxInput.open(images)) {
      if (labels == null) {
        return open(name, images, imagesIn, null, mapped);
      }
      try (IdxInput labelsIn = IdxInput.open(labels)) {
        return open(name, images, imagesIn, labelsIn, mapped);
      }
    }
  }

  private Dataset open(
      String name, Path file, IdxInput images, @Nullable IdxInput labels, boolean mapped) {
    List<String> classNames = ClassNames.ofFile(FileNames.of(file));
    return mapped
        ? reader.map(name, file, images, labels, classNames)
        : reader.read(name, images, labels, classNames);
  }
}
