package io.github.gan4j.config;

/**
 * The generator's input.
 *
 * @param dim length of a latent vector; at least 1
 * @param distribution what latent vectors are drawn from
 */
public record LatentConfig(int dim, LatentDistribution distribution) {

  /** Refuses values outside of the ranges that the components name. */
  public LatentConfig {
    Checks.atLeast("latentDim", dim, 1);
    Checks.notNull("latent", distribution);
  }

  /** Returns the same with another length. */
  public LatentConfig withDim(int dim) {
    return new LatentConfig(dim, distribution);
  }

  /** Returns the same with another distribution. */
  public LatentConfig withDistribution(LatentDistribution distribution) {
    return new LatentConfig(dim, distribution);
  }
}
