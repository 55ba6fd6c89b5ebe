package io.github.gan4j.config;

import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.List;

/** Every default of the library, in one place; docs/decisions tells how they were chosen. */
public final class GanDefaults {
  private GanDefaults() {}

  /** Length of a latent vector. */
  public static final int LATENT_DIM = 100;

  /** What latent vectors are drawn from. */
  public static final LatentDistribution LATENT = LatentDistribution.NORMAL;

  /** How pixels are shifted and scaled for the networks: to [-1, 1]. */
  public static final Normalization NORMALIZATION = new Normalization(0.5, 0.5);

  /** Batch normalisation with PyTorch's momentum and epsilon. */
  public static final BatchNorm BATCH_NORM = BatchNorm.of(0.1, 1e-5);

  /** The generator's hidden layers. */
  public static final NetworkConfig GENERATOR =
      new NetworkConfig(
          List.of(256, 512, 1024),
          Activation.leakyRelu(0.2),
          BATCH_NORM,
          0,
          WeightInit.FAN_IN_UNIFORM);

  /** What the generator's last layer ends in. */
  public static final Activation GENERATOR_OUTPUT = Activation.tanh();

  /** The discriminator's hidden layers. */
  public static final NetworkConfig DISCRIMINATOR =
      new NetworkConfig(
          List.of(1024, 512, 256), Activation.leakyRelu(0.2), null, 0.3, WeightInit.FAN_IN_UNIFORM);

  /** Both players' optimiser (Radford et al., 2016, arXiv:1511.06434). */
  public static final OptimizerConfig OPTIMIZER = OptimizerConfig.adam(2e-4, 0.5, 0.999);

  /** What the players minimise. */
  public static final AdversarialLoss LOSS = Losses.nonSaturating();

  /** Images a step. */
  public static final int BATCH_SIZE = 64;

  /** Epochs a run. */
  public static final int EPOCHS = 20;

  /** Decay of the generator's running average a step. */
  public static final double AVERAGING = 0.999;

  /** The seed of a run that names none: runs repeat unless asked not to. */
  public static final long SEED = 1;

  /** The configuration of a run that sets nothing. */
  public static final GanConfig CONFIG =
      new GanConfig(
          new LatentConfig(LATENT_DIM, LATENT),
          NORMALIZATION,
          new GeneratorConfig(GENERATOR, GENERATOR_OUTPUT, OPTIMIZER, 1, AVERAGING),
          new DiscriminatorConfig(DISCRIMINATOR, OPTIMIZER, 1, 1, false),
          new Objective(LOSS.name(), null, Regularization.NONE),
          new TrainingSchedule(BATCH_SIZE, BATCH_SIZE, EPOCHS, null, RateSchedule.CONSTANT),
          SEED);
}
