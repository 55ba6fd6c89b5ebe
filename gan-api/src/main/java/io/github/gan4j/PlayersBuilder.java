package io.github.gan4j;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.DiscriminatorConfig;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GeneratorConfig;
import io.github.gan4j.config.LatentConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.internal.argument.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sets up the two players: the part of {@link GanBuilder} that is about networks and optimisers.
 *
 * @param <B> the builder that each method returns
 */
public abstract sealed class PlayersBuilder<B extends PlayersBuilder<B>> permits ConfigBuilder {
  private LatentConfig latent;
  private Normalization normalization;
  private GeneratorConfig generatorConfig;
  private DiscriminatorConfig discriminatorConfig;
  private final NetworkBuilder generator;
  private final NetworkBuilder discriminator;

  PlayersBuilder(GanConfig config) {
    latent = config.latent();
    normalization = config.normalization();
    generatorConfig = config.generator();
    discriminatorConfig = config.discriminator();
    generator = new NetworkBuilder(generatorConfig.network(), generatorConfig.optimizer());
    discriminator =
        new NetworkBuilder(discriminatorConfig.network(), discriminatorConfig.optimizer());
  }

  abstract B self();

  final LatentConfig latentConfig() {
    return latent;
  }

  final Normalization pixelNormalization() {
    return normalization;
  }

  final GeneratorConfig generatorConfig() {
    return generatorConfig.withNetwork(generator.network()).withOptimizer(generator.optimizer());
  }

  final DiscriminatorConfig discriminatorConfig() {
    return discriminatorConfig
        .withNetwork(discriminator.network())
        .withOptimizer(discriminator.optimizer());
  }

  /** Sets the length of a latent vector, at least 1. */
  @CanIgnoreReturnValue
  public B latentDim(int latentDim) {
    latent = latent.withDim(latentDim);
    return self();
  }

  /** Sets what latent vectors are drawn from. */
  @CanIgnoreReturnValue
  public B latent(LatentDistribution distribution) {
    latent = latent.withDistribution(distribution);
    return self();
  }

  /**
   * Sets how pixels, from 0 for black to 1 for white, are shifted and scaled for the networks:
   * {@code (pixel - mean) / std}. What the generator makes is mapped back: images are around [-1,
   * 1] with any normalisation. Unless both are 0.5, {@link #generatorOutput} is to be set too,
   * usually to {@link Activation#linear()}.
   *
   * @param mean in [0, 1]
   * @param std in (0, 1]
   */
  @CanIgnoreReturnValue
  public B normalization(double mean, double std) {
    normalization = new Normalization(mean, std);
    return self();
  }

  /**
   * Makes both players multi-layer perceptrons: these are the generator's hidden widths from the
   * latent vector on, and the discriminator gets the same in reverse, unless its own were given.
   *
   * @param generatorHidden at least one width, each at least 1
   */
  @CanIgnoreReturnValue
  public B mlp(int... generatorHidden) {
    Arguments.notNull("mlp", generatorHidden);
    if (generatorHidden.length == 0) {
      throw new IllegalArgumentException("mlp must have at least one hidden width, had none");
    }
    List<Integer> widths = new ArrayList<>(Arrays.stream(generatorHidden).boxed().toList());
    generator.setHidden(List.copyOf(widths));
    if (!discriminator.hiddenGiven()) {
      Collections.reverse(widths);
      discriminator.setHidden(List.copyOf(widths));
    }
    return self();
  }

  /** Sets up the generator. */
  @CanIgnoreReturnValue
  public B generator(Consumer<? super NetworkBuilder> setup) {
    Arguments.notNull("generator", setup).accept(generator);
    return self();
  }

  /** Sets up the discriminator. */
  @CanIgnoreReturnValue
  public B discriminator(Consumer<? super NetworkBuilder> setup) {
    Arguments.notNull("discriminator", setup).accept(discriminator);
    return self();
  }

  /**
   * Sets what the generator's last layer ends in; it must reach all pixels as {@link
   * #normalization} has them. Tanh unless this is called, linear for data that leave [-1, 1].
   */
  @CanIgnoreReturnValue
  public B generatorOutput(Activation activation) {
    generatorConfig = generatorConfig.withOutput(activation);
    return self();
  }

  /**
   * Sets both players' optimiser. Unless it limits the gradient's norm, limits set stay.
   *
   * @see OptimizerConfig
   */
  @CanIgnoreReturnValue
  public B optimizer(OptimizerConfig optimizer) {
    Arguments.notNull("optimizer", optimizer);
    generator.optimizer(optimizer);
    discriminator.optimizer(optimizer);
    return self();
  }

  /**
   * Makes both players' optimiser Adam.
   *
   * @param learningRate positive
   * @param beta1 in [0, 1)
   * @param beta2 in [0, 1)
   */
  @CanIgnoreReturnValue
  public B adam(double learningRate, double beta1, double beta2) {
    generator.adam(learningRate, beta1, beta2);
    discriminator.adam(learningRate, beta1, beta2);
    return self();
  }

  /**
   * Shortens each player's gradient, over all its layers together, to this length where it is
   * longer (Pascanu et al., 2013, arXiv:1211.5063).
   *
   * @param limit positive; infinity for none
   */
  @CanIgnoreReturnValue
  public B clipGradientNorm(double limit) {
    generator.clipGradientNorm(limit);
    discriminator.clipGradientNorm(limit);
    return self();
  }

  /** Sets the discriminator's updates per step, each time with another batch. */
  @CanIgnoreReturnValue
  public B discriminatorUpdatesPerStep(int updates) {
    discriminatorConfig = discriminatorConfig.withUpdatesPerStep(updates);
    return self();
  }

  /** Sets the generator's updates per step, each time with another batch. */
  @CanIgnoreReturnValue
  public B generatorUpdatesPerStep(int updates) {
    generatorConfig = generatorConfig.withUpdatesPerStep(updates);
    return self();
  }

  /**
   * Sets the decay of the generator's exponential moving average, in [0, 1). The trained generator
   * is that average; with 0 it is the newest generator itself.
   */
  @CanIgnoreReturnValue
  public B emaDecay(double decay) {
    generatorConfig = generatorConfig.withEmaDecay(decay);
    return self();
  }

  /**
   * Has the discriminator judge so many images together, at least 1: batch sizes are multiples of
   * it (Lin et al., 2018, arXiv:1712.04086, PacGAN).
   */
  @CanIgnoreReturnValue
  public B packing(int images) {
    discriminatorConfig = discriminatorConfig.withPacking(images);
    return self();
  }

  /**
   * Gives the discriminator the minibatch standard deviation beside each image: how much the images
   * of a batch differ (Karras et al., 2018, arXiv:1710.10196, section 3).
   */
  @CanIgnoreReturnValue
  public B minibatchStdDev() {
    return minibatchStdDev(true);
  }

  /** Sets whether the discriminator is given the minibatch standard deviation. */
  @CanIgnoreReturnValue
  public B minibatchStdDev(boolean given) {
    discriminatorConfig = discriminatorConfig.withMinibatchStdDev(given);
    return self();
  }
}
