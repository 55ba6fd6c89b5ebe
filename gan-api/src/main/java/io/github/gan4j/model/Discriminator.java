package io.github.gan4j.model;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;

/** Tells real images from generated ones. Thread-safe. */
public interface Discriminator {

  /** Returns the shape of an image. */
  ImageShape shape();

  /** Returns the number of trained values. */
  int parameterCount();

  /**
   * Returns a logit an image: above 0 for "rather real". With packing, each image of a pack has the
   * logit of the whole pack; with minibatch standard deviation, that is of the images given.
   *
   * @throws IllegalArgumentException if the images have another shape, need their classes, or are
   *     no multiple of the pack
   */
  float[] logits(Images images);

  /**
   * Returns a logit an image of a class: above 0 for "rather real".
   *
   * @param labels a class an image
   * @throws IllegalArgumentException if the images have another shape, or there is no such class
   */
  default float[] logits(Images images, int[] labels) {
    throw new IllegalArgumentException("the discriminator was trained without classes");
  }

  /** Returns the probability of "real" an image, the logistic function of its logit. */
  double[] probabilities(Images images);
}
