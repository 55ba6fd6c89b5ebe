package io.github.gan4j.config;

/** What latent vectors are drawn from. */
public enum LatentDistribution {
  /** Each component standard normal, independently of the others. */
  NORMAL,
  /** Each component uniform in [-1, 1), independently of the others. */
  UNIFORM,
  /**
   * Uniform on the sphere whose radius is the root of the number of components, which gives each a
   * variance of 1: a standard normal vector brought to that length, as StyleGAN does with its
   * latent vectors (Karras et al., 2019, arXiv:1812.04948).
   */
  SPHERE
}
