package io.github.gan4j.config;

/**
 * The discriminator: its network, what it is shown at once, and how it is updated.
 *
 * @param network the hidden layers; the output is one logit, without activation
 * @param optimizer the optimiser
 * @param updatesPerStep how often it is updated a step, each time with another batch of real and
 *     generated images; at least 1 (5 in Arjovsky et al., 2017, arXiv:1701.07875)
 * @param packing how many images it judges together, at least 1: it notices when the images of a
 *     row are too much alike (Lin et al., 2018, arXiv:1712.04086, PacGAN). Batch sizes are
 *     multiples of it
 * @param minibatchStdDev whether it is given the minibatch standard deviation beside each image:
 *     that of a pixel over the batch, averaged over the pixels (Karras et al., 2018,
 *     arXiv:1710.10196, section 3)
 */
public record DiscriminatorConfig(
    NetworkConfig network,
    OptimizerConfig optimizer,
    int updatesPerStep,
    int packing,
    boolean minibatchStdDev)
    implements PlayerConfig {

  /** Refuses values outside of the ranges that the components name. */
  public DiscriminatorConfig {
    Checks.notNull("discriminator", network);
    Checks.notNull("discriminatorOptimizer", optimizer);
    Checks.atLeast("discriminatorUpdatesPerStep", updatesPerStep, 1);
    Checks.atLeast("packing", packing, 1);
  }

  /** Returns the same with other hidden layers. */
  public DiscriminatorConfig withNetwork(NetworkConfig network) {
    return new DiscriminatorConfig(network, optimizer, updatesPerStep, packing, minibatchStdDev);
  }

  /** Returns the same with another optimiser. */
  public DiscriminatorConfig withOptimizer(OptimizerConfig optimizer) {
    return new DiscriminatorConfig(network, optimizer, updatesPerStep, packing, minibatchStdDev);
  }

  /** Returns the same with other updates per step, at least 1. */
  public DiscriminatorConfig withUpdatesPerStep(int updatesPerStep) {
    return new DiscriminatorConfig(network, optimizer, updatesPerStep, packing, minibatchStdDev);
  }

  /** Returns the same that judges as many images together, at least 1. */
  public DiscriminatorConfig withPacking(int packing) {
    return new DiscriminatorConfig(network, optimizer, updatesPerStep, packing, minibatchStdDev);
  }

  /** Returns the same with or without the minibatch standard deviation. */
  public DiscriminatorConfig withMinibatchStdDev(boolean minibatchStdDev) {
    return new DiscriminatorConfig(network, optimizer, updatesPerStep, packing, minibatchStdDev);
  }
}
