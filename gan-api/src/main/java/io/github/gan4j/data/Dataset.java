package io.github.gan4j.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A fixed, ordered collection of images of one shape, with or without class labels.
 *
 * <p>Implementations are thread-safe, return the same values every time, and hold pixels in
 * whatever form is compact: a row becomes floats only when it is read.
 */
public interface Dataset {

  /** Returns a short name for logs and reports, such as {@code mnist-train}. */
  String name();

  /** Returns the number of images. */
  int size();

  /** Returns the shape that all images have. */
  ImageShape shape();

  /**
   * Writes one image's values, in [-1, 1] for pictures, as {@link ImageShape} orders them.
   *
   * @param index from 0 to {@code size() - 1}
   * @param into receives {@code shape().size()} values from {@code offset} on
   * @param offset the first index of {@code into} to write
   * @throws IndexOutOfBoundsException if the index is not of this dataset or {@code into} is short
   */
  void read(int index, float[] into, int offset);

  /** Returns the number of classes, or 0 for a dataset without labels. */
  default int classes() {
    return 0;
  }

  /**
   * Returns what the classes are called, in the order of their labels: a name for each, unless said
   * otherwise its number. Empty for a dataset without labels.
   */
  default List<String> classNames() {
    return IntStream.range(0, classes()).mapToObj(Integer::toString).toList();
  }

  /**
   * Returns the class of an image, from 0 to {@code classes() - 1}.
   *
   * @throws IllegalStateException if this dataset has no labels
   */
  default int label(int index) {
    throw new IllegalStateException("dataset " + name() + " has no labels");
  }
}
