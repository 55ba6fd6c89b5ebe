package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.List;

/**
 * MNIST: handwritten digits in grey, 28 by 28 pixels, in ten classes (LeCun, Bottou, Bengio and
 * Haffner, Gradient-based learning applied to document recognition, 1998).
 *
 * <p>The files are part of this module, under the Creative Commons Attribution-ShareAlike 3.0
 * licence; source: <a href="http://yann.lecun.com/exdb/mnist/">yann.lecun.com/exdb/mnist</a>. Shape
 * 1x28x28, values in [-1, 1], background -1; label {@code d} is the digit {@code d}.
 *
 * <p>A dataset is unpacked on the first call, into one byte a pixel (47 MB for {@link #train()}),
 * and shared by all later calls; it is immutable, and all methods are thread-safe. Who has the
 * files in a folder can read those.
 */
public final class Mnist {
  private static final List<String> CLASS_NAMES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final EmbeddedDataset TRAIN =
      new EmbeddedDataset("mnist-train", "mnist/train", CLASS_NAMES);
  private static final EmbeddedDataset TEST =
      new EmbeddedDataset("mnist-test", "mnist/t10k", CLASS_NAMES);

  /** The size that VEEGAN and PacGAN train on. */
  private static final int STACKED = 128_000;

  private Mnist() {}

  /**
   * Returns the 60,000 images to train with, named {@code mnist-train}.
   *
   * @throws DatasetException if the embedded files are damaged or missing
   */
  public static Dataset train() {
    return TRAIN.get();
  }

  /**
   * Returns the 10,000 images to test with, named {@code mnist-test}.
   *
   * @throws DatasetException if the embedded files are damaged or missing
   */
  public static Dataset test() {
    return TEST.get();
  }

  /**
   * Reads the images to train with from {@code train-images-idx3-ubyte} and {@code
   * train-labels-idx1-ubyte} in a folder, each with or without {@code .gz}.
   *
   * @throws DatasetException if the folder or a file is missing, a file is no IDX file or damaged,
   *     or the images are not of 28 by 28 pixels
   */
  public static Dataset train(Path folder) {
    return new IdxFolder(Arguments.notNull("folder", folder), "train")
        .readMnist("mnist-train", CLASS_NAMES);
  }

  /**
   * Reads the images to test with from {@code t10k-images-idx3-ubyte} and {@code
   * t10k-labels-idx1-ubyte} in a folder, each with or without {@code .gz}.
   *
   * @throws DatasetException for what {@link #train(Path)} names
   */
  public static Dataset test(Path folder) {
    return new IdxFolder(Arguments.notNull("folder", folder), "t10k")
        .readMnist("mnist-test", CLASS_NAMES);
  }

  /**
   * Makes Stacked MNIST, the usual test for dropped modes: 128,000 images of shape 3x28x28 (as many
   * as in VEEGAN, arXiv:1705.07761, and PacGAN, arXiv:1712.04086) in 1,000 classes, each of three
   * images of {@link #train()}, as {@link Datasets#stacked} draws them.
   *
   * @param seed any number
   * @throws DatasetException if the embedded files are damaged or missing
   */
  public static Dataset stacked(long seed) {
    return Datasets.stacked(train(), STACKED, seed);
  }

  /** Returns the ten names of the classes, by label; unmodifiable. */
  public static List<String> classNames() {
    return CLASS_NAMES;
  }
}
