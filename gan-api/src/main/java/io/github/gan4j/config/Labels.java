package io.github.gan4j.config;

/**
 * What the discriminator is told that images are.
 *
 * @param real the label of real images, in (0.5, 1]; below 1 is one-sided smoothing (Salimans et
 *     al., 2016, arXiv:1606.03498, section 3.4, with 0.9)
 * @param fake the label of generated images, in [0, 0.5); above 0, too, is two-sided smoothing
 * @param flipped the probability that a real image and a generated one of the batch are taken for
 *     one another, in [0, 0.5) (Chintala et al., "How to train a GAN?", 2016, no. 6)
 */
public record Labels(double real, double fake, double flipped) {

  /** Labels as they are. */
  public static final Labels TRUE = new Labels(1, 0, 0);

  /** Refuses values outside of the ranges that the components name. */
  public Labels {
    if (!(real > 0.5 && real <= 1)) {
      throw new IllegalArgumentException("real label must be in (0.5, 1], was " + real);
    }
    Checks.inRange("fake label", fake, 0, 0.5);
    Checks.inRange("flipped labels", flipped, 0, 0.5);
  }

  /** Returns whether labels are other than 1 and 0. */
  public boolean smoothed() {
    return real != 1 || fake != 0;
  }
}
