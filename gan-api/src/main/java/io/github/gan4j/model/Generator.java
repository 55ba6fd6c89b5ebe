package io.github.gan4j.model;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;

/** Makes images from latent vectors. Thread-safe. */
public interface Generator {

  /** Returns the length of a latent vector. */
  int latentDim();

  /** Returns the shape of an image. */
  ImageShape shape();

  /** Returns the number of trained values. */
  int parameterCount();

  /**
   * Makes images from latent vectors drawn with a seed. The same seed and count give the same
   * images on the same machine.
   *
   * @param count at least 1
   */
  Images generate(int count, long seed);

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
   * Makes one image from each latent vector.
   *
   * @param latents at least one vector of {@link #latentDim()} finite values
   * @throws IllegalArgumentException if a vector has another length or a value is not finite
   */
  Images decode(float[][] latents);
}
