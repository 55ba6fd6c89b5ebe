package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.nio.file.Path;

/**
 * Datasets in IDX files, the format of MNIST (<a
 * href="http://yann.lecun.com/exdb/mnist/">yann.lecun.com/exdb/mnist</a>), as they are or packed by
 * gzip, which is recognised by content and not by name.
 *
 * <p>A file of images has unsigned bytes of rank 3, (count, rows, columns), which are grey, or of
 * rank 4, (count, channels, rows, columns), with up to 4 channels; a byte of 0 is read as -1 and
 * one of 255 as +1. A file of labels has unsigned bytes of rank 1; there are as many classes as the
 * largest label asks for, plus one for label 0.
 *
 * <p>A file is read at once and kept in memory as bytes, so that it may change or vanish
 * afterwards; or it is mapped, for files larger than the heap. The dataset is immutable and
 * thread-safe. Its name is the images' file name without {@code .gz}. What follows the last gzip
 * member of a file is ignored, as gzip does.
 */
public final class IdxDataset {
  private IdxDataset() {}

  /**
   * Reads images without labels.
   *
   * @throws DatasetException if the file is missing, empty, cut short or too long for what its
   *     header says, no IDX file, of another element type or rank, or corrupt
   */
  public static Dataset read(Path images) {
    Arguments.notNull("images", images);
    try (IdxInput in = IdxInput.open(images)) {
      return IdxReader.read(nameOf(images), in);
    }
  }

  /**
   * Reads images and their labels.
   *
   * @throws DatasetException for what {@link #read(Path)} names, in either file, or if there are
   *     not as many labels as images
   */
  public static Dataset read(Path images, Path labels) {
    Arguments.notNull("images", images);
    Arguments.notNull("labels", labels);
    try (IdxInput imagesIn = IdxInput.open(images);
        IdxInput labelsIn = IdxInput.open(labels)) {
      return IdxReader.read(nameOf(images), imagesIn, labelsIn);
    }
  }

  /**
   * Maps images without labels: they stay in the file, of which the system keeps in memory what it
   * has room for, outside of Java's heap. The file must stay as it is for as long as the dataset is
   * used: if it becomes shorter, reading throws an {@link InternalError} or ends the process.
   *
   * @throws DatasetException for what {@link #read(Path)} names, or if it is packed by gzip
   */
  public static Dataset map(Path images) {
    Arguments.notNull("images", images);
    try (IdxInput in = IdxInput.open(images)) {
      return IdxReader.map(nameOf(images), images, in, null);
    }
  }

  /**
   * Maps images, as {@link #map(Path)} does, and reads their labels.
   *
   * @throws DatasetException for what {@link #read(Path, Path)} names, or if the images are packed
   *     by gzip
   */
  public static Dataset map(Path images, Path labels) {
    Arguments.notNull("images", images);
    Arguments.notNull("labels", labels);
    try (IdxInput imagesIn = IdxInput.open(images);
        IdxInput labelsIn = IdxInput.open(labels)) {
      return IdxReader.map(nameOf(images), images, imagesIn, labelsIn);
    }
  }

  /**
   * Reads images from a folder whose files are named as those of MNIST are: {@code
   * train-images-idx3-ubyte}, or {@code idx4} for rank 4, and, if it is there, {@code
   * train-labels-idx1-ubyte}, all with or without {@code .gz}. The dataset has the folder's name.
   *
   * @throws DatasetException if the folder is missing, no folder, or has no such images; or for
   *     what {@link #read(Path, Path)} names
   */
  public static Dataset readFolder(Path folder) {
    Arguments.notNull("folder", folder);
    return new IdxFolder(folder, "train").read(Arguments.nameOf(folder));
  }

  private static String nameOf(Path images) {
    String name = Arguments.nameOf(images);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
