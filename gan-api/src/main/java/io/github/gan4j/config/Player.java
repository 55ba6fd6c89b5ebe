package io.github.gan4j.config;

import java.util.Locale;

/** One of the two networks that train against each other. */
public enum Player {
  /** The network that makes images of latent vectors. */
  GENERATOR,
  /** The network that tells real images from generated ones. */
  DISCRIMINATOR;

  /** Returns the name in lower case, as it stands in a sentence. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
