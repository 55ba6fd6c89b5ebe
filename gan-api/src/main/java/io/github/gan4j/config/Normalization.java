package io.github.gan4j.config;

/**
 * How pixels, from 0 for black to 1 for white, are shifted and scaled for the networks: {@code
 * (pixel - mean) / std}, as {@code Normalize} of torchvision has it, with one mean and deviation
 * for all channels.
 *
 * <p>The discriminator is shown normalised images and the generator makes such; what it makes is
 * mapped back, so that images outside of the networks are always around [-1, 1]. A mean and a
 * deviation of 0.5 leave those values as they are.
 *
 * @param mean what becomes 0, in [0, 1]
 * @param std what becomes a distance of 1, in (0, 1]
 */
public record Normalization(double mean, double std) {

  /** Refuses values outside of the ranges that the components name. */
  public Normalization {
    // A mean of 33 is meant for pixels up to 255, as those who read bytes have them.
    if (!(mean >= 0 && mean <= 1)) {
      throw new IllegalArgumentException(
          "normalization mean must be in [0, 1], for pixels from 0 to 1, was " + mean);
    }
    if (!(std > 0 && std <= 1)) {
      throw new IllegalArgumentException(
          "normalization std must be in (0, 1], for pixels from 0 to 1, was " + std);
    }
  }

  /** Returns what black becomes. */
  public double black() {
    return (0 - mean) / std;
  }

  /** Returns what white becomes. */
  public double white() {
    return (1 - mean) / std;
  }
}
