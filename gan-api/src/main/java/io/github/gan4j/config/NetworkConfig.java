package io.github.gan4j.config;

import io.github.gan4j.random.DropoutMask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hidden layers of one player, a multi-layer perceptron.
 *
 * @param hidden the widths of the hidden layers, from the input on; each at least 1; empty for a
 *     single linear layer
 * @param activation what each hidden layer ends in
 * @param batchNorm the normalisation of the hidden layers; null for none
 * @param dropout the share of each hidden layer's outputs that a training pass sets to 0, in [0, 1)
 *     and at most {@link DropoutMask#LARGEST_RATE} (Srivastava et al., 2014)
 * @param weightInit how weights are drawn
 * @param spectralNorm whether all layers' weights, the last one's included, are divided by their
 *     largest singular value, which bounds the network's slope (Miyato et al., 2018,
 *     arXiv:1802.05957); {@link io.github.gan4j.engine.SpectralNorm} says how
 */
public record NetworkConfig(
    List<Integer> hidden,
    Activation activation,
    @Nullable BatchNorm batchNorm,
    double dropout,
    WeightInit weightInit,
    boolean spectralNorm) {

  /** Refuses a width below 1 and a dropout out of range. */
  public NetworkConfig {
    hidden = List.copyOf(Checks.notNull("hidden widths", hidden));
    for (int width : hidden) {
      Checks.atLeast("hidden width", width, 1);
    }
    Checks.notNull("activation", activation);
    Checks.inRange("dropout", dropout, 0, 1);
    Checks.notNull("weightInit", weightInit);
  }

  /** Makes one without spectral normalisation. */
  public NetworkConfig(
      List<Integer> hidden,
      Activation activation,
      @Nullable BatchNorm batchNorm,
      double dropout,
      WeightInit weightInit) {
    this(hidden, activation, batchNorm, dropout, weightInit, false);
  }

  /** Returns the same of other widths. */
  public NetworkConfig withHidden(List<Integer> hidden) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }

  /** Returns the same with another activation. */
  public NetworkConfig withActivation(Activation activation) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }

  /** Returns the same with another normalisation over the batch, or null for none. */
  public NetworkConfig withBatchNorm(@Nullable BatchNorm batchNorm) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }

  /** Returns the same with another dropout, in [0, 1). */
  public NetworkConfig withDropout(double dropout) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }

  /** Returns the same whose weights are drawn in another way. */
  public NetworkConfig withWeightInit(WeightInit weightInit) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }

  /** Returns the same with or without spectral normalisation. */
  public NetworkConfig withSpectralNorm(boolean spectralNorm) {
    return new NetworkConfig(hidden, activation, batchNorm, dropout, weightInit, spectralNorm);
  }
}
