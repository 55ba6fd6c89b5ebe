package io.github.gan4j.config;

/** What the components of a latent vector are drawn from, independently of each other. */
public enum LatentDistribution {
  /** Standard normal. */
  NORMAL,
  /** Uniform in [-1, 1). */
  UNIFORM
}
