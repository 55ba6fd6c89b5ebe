package io.github.gan4j.config;

/**
 * The generator: its network, and how it is updated.
 *
 * @param network the hidden layers
 * @param output what the last layer ends in; it must reach all normalised pixels, as tanh does for
 *     a mean and a deviation of 0.5
 * @param optimizer the optimiser
 * @param updatesPerStep how often it is updated a step, after the discriminator, each time with
 *     another batch; at least 1
 * @param emaDecay decay of its exponential moving average a step, in [0, 1); with 0 the average is
 *     the newest generator itself (Yazıcı et al., 2019, arXiv:1806.04498)
 */
public record GeneratorConfig(
    NetworkConfig network,
    Activation output,
    OptimizerConfig optimizer,
    int updatesPerStep,
    double emaDecay)
    implements PlayerConfig {

  /** Refuses values outside of the ranges that the components name. */
  public GeneratorConfig {
    Checks.notNull("generator", network);
    Checks.notNull("generatorOutput", output);
    Checks.notNull("generatorOptimizer", optimizer);
    Checks.atLeast("generatorUpdatesPerStep", updatesPerStep, 1);
    Checks.inRange("emaDecay", emaDecay, 0, 1);
  }

  /** Returns the same with other hidden layers. */
  public GeneratorConfig withNetwork(NetworkConfig network) {
    return new GeneratorConfig(network, output, optimizer, updatesPerStep, emaDecay);
  }

  /** Returns the same whose last layer ends in something else. */
  public GeneratorConfig withOutput(Activation output) {
    return new GeneratorConfig(network, output, optimizer, updatesPerStep, emaDecay);
  }

  /** Returns the same with another optimiser. */
  public GeneratorConfig withOptimizer(OptimizerConfig optimizer) {
    return new GeneratorConfig(network, output, optimizer, updatesPerStep, emaDecay);
  }

  /** Returns the same with other updates per step, at least 1. */
  public GeneratorConfig withUpdatesPerStep(int updatesPerStep) {
    return new GeneratorConfig(network, output, optimizer, updatesPerStep, emaDecay);
  }

  /** Returns the same with another decay of the moving average, in [0, 1). */
  public GeneratorConfig withEmaDecay(double emaDecay) {
    return new GeneratorConfig(network, output, optimizer, updatesPerStep, emaDecay);
  }
}
