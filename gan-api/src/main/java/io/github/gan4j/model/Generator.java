package io.github.gan4j.model;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;

/** Makes images from latent vectors. Thread-safe. */
public interface Generator {

  /** Returns the length of a latent vector. */
  int latentDim();

  /** Returns the shape of an image. */
  ImageShape shape();

  /** Returns how many classes of images it tells apart; 0 if it was trained without. */
  default int classes() {
    return 0;
  }

  /** Returns the number of trained values. */
  int parameterCount();

  /**
   * Makes images from latent vectors drawn with a seed. The same seed and count give the same
   * images to the bit on the same machine with the same engine and number of threads; more images
   * begin with the fewer, up to rounding. With {@link #classes()}, image after image is of another
   * one: the first is of class 0.
   *
   * @param count at least 1
   */
  Images generate(int count, long seed);

  /**
   * Makes images to be shown as a grid, row by row: without {@link #classes()}, or {@linkplain
   * #ofClass of one class}, those of {@link #generate}; with them each row is of a class, and
   * images in a column that are of different classes have one latent vector.
   *
   * @param rows at least 1
   * @param columns at least 1
   */
  default Images generateGrid(int rows, int columns, long seed) {
    return generate(Math.multiplyExact(rows, columns), seed);
  }

  /**
   * Returns a generator of images of one class; it is usable as long as this one is.
   *
   * @param label from 0 to {@code classes() - 1}
   * @throws IllegalArgumentException if there is no such class
   */
  default Generator ofClass(int label) {
    throw new IllegalArgumentException(
        "label must be of a class that the generator was trained with, which has none, was "
            + label);
  }

  /**
   * Draws the latent vectors that {@link #generate} makes images from. The i-th vector of a seed
   * does not depend on the count.
   *
   * @param count at least 1
   * @return {@code count} vectors of {@link #latentDim()} values, which are the caller's
   */
  float[][] latents(int count, long seed);

  /**
   * Returns a generator of the same images whose latent vectors keep to the middle: components
   * beyond ±threshold are drawn again, exactly so in distribution (the truncation trick of Brock,
   * Donahue and Simonyan, 2019, arXiv:1809.11096). Fewer and more typical images come of it, the
   * more so the smaller the threshold; the image of a seed changes gradually with it.
   *
   * <p>It is usable as long as this one is. Truncating it again replaces the threshold.
   *
   * @param threshold positive and finite; 2 changes little, 0.5 much
   * @throws IllegalArgumentException if the threshold is out of range, or if the latent vectors are
   *     not normal: the components of others have no tails to cut off
   */
  Generator truncated(double threshold);

  /**
   * Makes one image from each latent vector; with {@link #classes()} of each in turn.
   *
   * @param latents at least one vector of {@link #latentDim()} finite values
   * @throws IllegalArgumentException if a vector has another length or a value is not finite
   */
  Images decode(float[][] latents);

  /**
   * Makes one image of a given class from each latent vector.
   *
   * @param latents at least one vector of {@link #latentDim()} finite values
   * @param labels as many, from 0 to {@code classes() - 1}
   * @throws IllegalArgumentException if they are others, or if there are no classes
   */
  default Images decode(float[][] latents, int[] labels) {
    throw new IllegalArgumentException(
        "decode with labels needs a generator that was trained with classes, this one has none");
  }
}
