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
   * Returns a logit an image: above 0 for "rather real".
   *
   * @throws IllegalArgumentException if the images have another shape
   */
  float[] logits(Images images);

  /** Returns the probability of "real" an image, the logistic function of its logit. */
  double[] probabilities(Images images);
}
