package io.github.gan4j.config;

/**
 * A penalty on the gradient of the discriminator's logit by its image, added to the discriminator's
 * objective. With g the gradient at one point and N points, one for each real image of the batch:
 *
 * <ul>
 *   <li>{@link Kind#WGAN_GP} and {@link Kind#DRAGAN}: weight · mean (‖g‖ − 1)²;
 *   <li>{@link Kind#R1} and {@link Kind#R2}: weight / 2 · mean ‖g‖².
 * </ul>
 *
 * <p>It needs a discriminator whose hidden layers are not normalised and end in a (leaky) rectifier
 * or nothing: then its gradient is exact in closed form.
 *
 * @param kind where the gradient is taken, and what it should be
 * @param weight λ or γ of the paper; positive and finite
 * @param interval on every how many of the discriminator's updates it is computed, from the first
 *     on; at least 1. What is left out is made up for: it counts that many times (Karras et al.,
 *     2020, arXiv:1912.04958, lazy regularisation)
 */
public record GradientPenalty(Kind kind, double weight, int interval) {

  /** The penalties that a run can have. */
  public enum Kind {
    /**
     * Gradients of length 1 between real and generated images, at random points of the lines from
     * one to another (Gulrajani et al., 2017, arXiv:1704.00028).
     */
    WGAN_GP,
    /**
     * Gradients of length 1 around real images, at random points of the lines from each to one that
     * is brighter by up to half the batch's standard deviation (Kodali et al., 2017,
     * arXiv:1705.07215, with the noise of the authors' program).
     */
    DRAGAN,
    /** No gradients at real images (Mescheder et al., 2018, arXiv:1801.04406, eq. 9). */
    R1,
    /** No gradients at generated images (Mescheder et al., 2018, arXiv:1801.04406, eq. 10). */
    R2
  }

  /** Refuses values outside of the ranges that the components name. */
  public GradientPenalty {
    Checks.notNull("penalty kind", kind);
    Checks.positive("penalty weight", weight);
    Checks.atLeast("penalty interval", interval, 1);
  }

  /** Returns WGAN-GP with the paper's λ of 10, at each update. */
  public static GradientPenalty wganGp() {
    return wganGp(10);
  }

  /** Returns WGAN-GP at each update; λ is positive. */
  public static GradientPenalty wganGp(double lambda) {
    return new GradientPenalty(Kind.WGAN_GP, lambda, 1);
  }

  /** Returns DRAGAN with the paper's λ of 10, at each update. */
  public static GradientPenalty dragan() {
    return dragan(10);
  }

  /** Returns DRAGAN at each update; λ is positive. */
  public static GradientPenalty dragan(double lambda) {
    return new GradientPenalty(Kind.DRAGAN, lambda, 1);
  }

  /**
   * Returns R1 at each update.
   *
   * @param gamma positive; 10 in the paper for photographs of 256 × 256, far less for small images
   */
  public static GradientPenalty r1(double gamma) {
    return new GradientPenalty(Kind.R1, gamma, 1);
  }

  /** Returns R2 at each update; γ is positive. */
  public static GradientPenalty r2(double gamma) {
    return new GradientPenalty(Kind.R2, gamma, 1);
  }

  /** Returns the same on every so many updates only, at least 1. */
  public GradientPenalty every(int updates) {
    return new GradientPenalty(kind, weight, updates);
  }

  /** Returns the kind, its weight, and the interval if there is one: {@code R1 0.1 every 4}. */
  @Override
  public String toString() {
    return "%s %s%s".formatted(kind, weight, interval == 1 ? "" : " every " + interval);
  }
}
