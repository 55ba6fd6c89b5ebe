package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.List;

/**
 * Fashion-MNIST: articles of clothing in grey, 28 by 28 pixels, in ten classes (Xiao, Rasul and
 * Vollgraf, 2017, arXiv:1708.07747).
 *
 * <p>The files are part of this module, under the MIT licence of Zalando SE; source: <a
 * href="https://github.com/zalandoresearch/fashion-mnist">github.com/zalandoresearch/fashion-mnist</a>.
 * Shape 1x28x28, values in [-1, 1], background -1; {@link #classNames()} tells the labels.
 *
 * <p>A dataset is unpacked on the first call, into one byte a pixel (47 MB for {@link #train()}),
 * and shared by all later calls; it is immutable, and all methods are thread-safe. Who has the
 * files in a folder can read those.
 */
public final class FashionMnist {
  private static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");
  private static final EmbeddedDataset TRAIN =
      new EmbeddedDataset("fashion-mnist-train", "fashion-mnist/train", CLASS_NAMES);
  private static final EmbeddedDataset TEST =
      new EmbeddedDataset("fashion-mnist-test", "fashion-mnist/t10k", CLASS_NAMES);

  private FashionMnist() {}

  /**
   * Returns the 60,000 images to train with, named {@code fashion-mnist-train}.
   *
   * @throws DatasetException if the embedded files are damaged or missing
   */
  public static Dataset train() {
    return TRAIN.get();
  }

  /**
   * Returns the 10,000 images to test with, named {@code fashion-mnist-test}.
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
        .readMnist("fashion-mnist-train", CLASS_NAMES);
  }

  /**
   * Reads the images to test with from {@code t10k-images-idx3-ubyte} and {@code
   * t10k-labels-idx1-ubyte} in a folder, each with or without {@code .gz}.
   *
   * @throws DatasetException for what {@link #train(Path)} names
   */
  public static Dataset test(Path folder) {
    return new IdxFolder(Arguments.notNull("folder", folder), "t10k")
        .readMnist("fashion-mnist-test", CLASS_NAMES);
  }

  /** Returns the ten names of the classes, by label; unmodifiable. */
  public static List<String> classNames() {
    return CLASS_NAMES;
  }
}
