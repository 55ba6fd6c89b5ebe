package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.nio.file.Path;

/**
 * Datasets in IDX files, the format of MNIST (<a
 * href="http://yann.lecun.com/exdb/mnist/">yann.lecun.com/exdb/mnist</a>), as they are or packed by
 * gzip, which is recognised by content and not by name.
 *
 * <p>A file of images is of rank 3, (count, rows, columns), which are grey, or of rank 4, (count,
 * channels, rows, columns), with up to 4 channels. An unsigned byte of 0 is read as -1 and one of
 * 255 as +1; for signed bytes, shorts, ints, floats and doubles {@link IdxDatasetReader#range} says
 * what they stand for. A file of labels has whole numbers of rank 1; there are as many classes as
 * the largest label asks for, plus one for label 0. They are called by their numbers, but for files
 * that are named as those of EMNIST ({@code emnist-letters-...}), whose classes are known.
 *
 * <p>A file is read at once and kept in memory as it is stored, so that it may change or vanish
 * afterwards; or it is mapped, for files larger than the heap. The dataset is immutable and
 * thread-safe. Its name is the images' file name without {@code .gz}. What follows the last gzip
 * member of a file is ignored, as gzip does.
 */
public final class IdxDataset {
  private IdxDataset() {}

  /** Returns a reader with the default options: unsigned bytes from 0 to 255. */
  public static IdxDatasetReader reader() {
    return IdxDatasetReader.DEFAULT;
  }

  /**
   * Reads images, and the labels that lie beside them, as {@link IdxDatasetReader#read(Path)} does.
   *
   * @throws DatasetException for what that names
   */
  public static Dataset read(Path images) {
    return reader().read(images);
  }

  /**
   * Reads images and their labels.
   *
   * @throws DatasetException for what {@link #read(Path)} names, in either file
   */
  public static Dataset read(Path images, Path labels) {
    return reader().read(images, labels);
  }

  /**
   * Maps images, with the labels that lie beside them, as {@link IdxDatasetReader#map(Path)} does.
   *
   * @throws DatasetException for what that names
   */
  public static Dataset map(Path images) {
    return reader().map(images);
  }

  /**
   * Maps images, as {@link #map(Path)} does, and reads their labels.
   *
   * @throws DatasetException for what {@link #map(Path)} names, in either file
   */
  public static Dataset map(Path images, Path labels) {
    return reader().map(images, labels);
  }

  /**
   * Reads images from a folder whose files are named as those of MNIST are, as {@link
   * IdxDatasetReader#readFolder} does.
   *
   * @throws DatasetException for what that names
   */
  public static Dataset readFolder(Path folder) {
    return reader().readFolder(folder);
  }
}
