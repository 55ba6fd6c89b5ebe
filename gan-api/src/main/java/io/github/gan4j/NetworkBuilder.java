package io.github.gan4j;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.internal.argument.Arguments;
import java.util.Arrays;
import java.util.List;

/**
 * Sets up one player, within {@link GanBuilder#generator} or {@link GanBuilder#discriminator}. Each
 * method checks its own argument at once.
 */
public final class NetworkBuilder {
  private NetworkConfig network;
  private OptimizerConfig optimizer;
  private boolean hiddenGiven;

  NetworkBuilder(NetworkConfig network, OptimizerConfig optimizer) {
    this.network = network;
    this.optimizer = optimizer;
  }

  /**
   * Sets the widths of the hidden layers from the input on.
   *
   * @throws IllegalArgumentException if a width is below 1
   */
  @CanIgnoreReturnValue
  public NetworkBuilder hidden(int... widths) {
    setHidden(Arrays.stream(Arguments.notNull("hidden", widths)).boxed().toList());
    hiddenGiven = true;
    return this;
  }

  /** Sets the activation of the hidden layers. */
  @CanIgnoreReturnValue
  public NetworkBuilder activation(Activation activation) {
    network = network.withActivation(activation);
    return this;
  }

  /** Normalises the hidden layers over the batch, as {@link GanDefaults#BATCH_NORM} has it. */
  @CanIgnoreReturnValue
  public NetworkBuilder batchNorm() {
    return batchNorm(GanDefaults.BATCH_NORM);
  }

  /** Normalises the hidden layers over the batch. */
  @CanIgnoreReturnValue
  public NetworkBuilder batchNorm(BatchNorm batchNorm) {
    network = network.withBatchNorm(Arguments.notNull("batchNorm", batchNorm));
    return this;
  }

  /** Leaves the hidden layers without normalisation. */
  @CanIgnoreReturnValue
  public NetworkBuilder noBatchNorm() {
    network = network.withBatchNorm(null);
    return this;
  }

  /**
   * Sets the share of each hidden layer's outputs that training drops.
   *
   * @throws IllegalArgumentException if it is outside [0, 1)
   */
  @CanIgnoreReturnValue
  public NetworkBuilder dropout(double rate) {
    network = network.withDropout(rate);
    return this;
  }

  /** Sets how weights are drawn. */
  @CanIgnoreReturnValue
  public NetworkBuilder weightInit(WeightInit weightInit) {
    network = network.withWeightInit(weightInit);
    return this;
  }

  /**
   * Divides the weights of all layers by their largest singular value, which bounds this player's
   * slope (Miyato et al., 2018, arXiv:1802.05957). It takes the place of batch normalisation.
   */
  @CanIgnoreReturnValue
  public NetworkBuilder spectralNorm() {
    return spectralNorm(true);
  }

  /** Sets whether the weights are divided by their largest singular value. */
  @CanIgnoreReturnValue
  public NetworkBuilder spectralNorm(boolean spectralNorm) {
    network = network.withSpectralNorm(spectralNorm);
    return this;
  }

  /** Sets this player's optimiser. Unless it limits the gradient's norm, a limit set stays. */
  @CanIgnoreReturnValue
  public NetworkBuilder optimizer(OptimizerConfig optimizer) {
    Arguments.notNull("optimizer", optimizer);
    Double limit = this.optimizer.maxGradientNorm();
    this.optimizer =
        optimizer.maxGradientNorm() == null ? optimizer.withMaxGradientNorm(limit) : optimizer;
    return this;
  }

  /**
   * Makes this player's optimiser Adam.
   *
   * @throws IllegalArgumentException if the learning rate is not positive or a beta outside [0, 1)
   */
  @CanIgnoreReturnValue
  public NetworkBuilder adam(double learningRate, double beta1, double beta2) {
    return optimizer(OptimizerConfig.adam(learningRate, beta1, beta2));
  }

  /**
   * Shortens this player's gradient, over all its layers together, to this length where it is
   * longer (Pascanu et al., 2013, arXiv:1211.5063).
   *
   * @param limit positive; infinity for none
   */
  @CanIgnoreReturnValue
  public NetworkBuilder clipGradientNorm(double limit) {
    optimizer =
        optimizer.withMaxGradientNorm(
            limit == Double.POSITIVE_INFINITY ? null : Double.valueOf(limit));
    return this;
  }

  void setHidden(List<Integer> widths) {
    network = network.withHidden(widths);
  }

  void setOptimizer(OptimizerConfig optimizer) {
    this.optimizer = optimizer;
  }

  NetworkConfig network() {
    return network;
  }

  OptimizerConfig optimizer() {
    return optimizer;
  }

  boolean hiddenGiven() {
    return hiddenGiven;
  }
}
