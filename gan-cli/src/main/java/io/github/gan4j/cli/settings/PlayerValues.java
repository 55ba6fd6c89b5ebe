package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.DiscriminatorConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.GeneratorConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.OptimizerConfig.Method;
import io.github.gan4j.config.Player;
import io.github.gan4j.config.PlayerConfig;
import java.util.Objects;

/** Turns a player's configuration into values, and back. */
final class PlayerValues {
  /** What applies once normalisation is switched on where there was none. */
  private static final BatchNorm BATCH_NORM =
      Objects.requireNonNull(GanDefaults.GENERATOR.batchNorm());

  private static final double SLOPE = GanDefaults.GENERATOR.activation().slope();

  /** What applies once another method is chosen that uses it; the decay is PyTorch's. */
  private static final OptimizerConfig ADAMW =
      OptimizerConfig.adamW(
          GanDefaults.OPTIMIZER.learningRate(),
          GanDefaults.OPTIMIZER.beta1(),
          GanDefaults.OPTIMIZER.beta2(),
          0.01);

  private PlayerValues() {}

  static void put(Values values, Player player, PlayerConfig config) {
    NetworkConfig network = config.network();
    Activation activation = network.activation();
    BatchNorm batchNorm = Objects.requireNonNullElse(network.batchNorm(), BATCH_NORM);
    values.put(NetworkSettings.HIDDEN.of(player), network.hidden());
    values.put(NetworkSettings.ACTIVATION.of(player), activation.kind());
    values.put(
        NetworkSettings.ACTIVATION_SLOPE.of(player),
        activation.kind() == Activation.Kind.LEAKY_RELU ? activation.slope() : SLOPE);
    values.put(NetworkSettings.BATCH_NORM.of(player), network.batchNorm() != null);
    values.put(NetworkSettings.BATCH_NORM_MOMENTUM.of(player), batchNorm.momentum());
    values.put(NetworkSettings.BATCH_NORM_EPSILON.of(player), batchNorm.epsilon());
    values.put(NetworkSettings.BATCH_NORM_FIRST_LAYER.of(player), batchNorm.firstLayer());
    values.put(NetworkSettings.SPECTRAL_NORM.of(player), network.spectralNorm());
    values.put(NetworkSettings.DROPOUT.of(player), network.dropout());
    values.put(NetworkSettings.WEIGHT_INIT.of(player), network.weightInit());
    put(values, player, config.optimizer());
  }

  private static void put(Values values, Player player, OptimizerConfig optimizer) {
    Method method = optimizer.method();
    boolean isSgd = method == Method.SGD;
    values.put(OptimizerSettings.OPTIMIZER.of(player), method);
    values.put(OptimizerSettings.LEARNING_RATE.of(player), optimizer.learningRate());
    values.put(
        OptimizerSettings.BETA1.of(player),
        method == Method.RMSPROP ? ADAMW.beta1() : optimizer.beta1());
    values.put(OptimizerSettings.BETA2.of(player), isSgd ? ADAMW.beta2() : optimizer.beta2());
    values.put(OptimizerSettings.EPSILON.of(player), isSgd ? ADAMW.epsilon() : optimizer.epsilon());
    values.put(
        OptimizerSettings.WEIGHT_DECAY.of(player),
        method == Method.ADAMW ? optimizer.weightDecay() : ADAMW.weightDecay());
    values.put(
        OptimizerSettings.CLIP_GRADIENT_NORM.of(player),
        Objects.requireNonNullElse(optimizer.maxGradientNorm(), 0.0));
  }

  static GeneratorConfig generator(Values values) {
    return new GeneratorConfig(
        network(values, Player.GENERATOR),
        new Activation(values.get(NetworkSettings.GENERATOR_OUTPUT), 0),
        optimizer(values, Player.GENERATOR),
        values.get(GeneralSettings.GENERATOR_STEPS),
        values.get(GeneralSettings.AVERAGING));
  }

  static DiscriminatorConfig discriminator(Values values) {
    return new DiscriminatorConfig(
        network(values, Player.DISCRIMINATOR),
        optimizer(values, Player.DISCRIMINATOR),
        values.get(GeneralSettings.DISCRIMINATOR_STEPS),
        values.get(RegularisationSettings.PACKING),
        values.get(RegularisationSettings.MINIBATCH_DEVIATION));
  }

  private static NetworkConfig network(Values values, Player player) {
    Activation.Kind kind = values.get(NetworkSettings.ACTIVATION.of(player));
    boolean leaky = kind == Activation.Kind.LEAKY_RELU;
    BatchNorm batchNorm =
        new BatchNorm(
            values.get(NetworkSettings.BATCH_NORM_MOMENTUM.of(player)),
            values.get(NetworkSettings.BATCH_NORM_EPSILON.of(player)),
            values.get(NetworkSettings.BATCH_NORM_FIRST_LAYER.of(player)));
    return new NetworkConfig(
        values.get(NetworkSettings.HIDDEN.of(player)),
        new Activation(kind, leaky ? values.get(NetworkSettings.ACTIVATION_SLOPE.of(player)) : 0),
        values.get(NetworkSettings.BATCH_NORM.of(player)) ? batchNorm : null,
        values.get(NetworkSettings.DROPOUT.of(player)),
        values.get(NetworkSettings.WEIGHT_INIT.of(player)),
        values.get(NetworkSettings.SPECTRAL_NORM.of(player)));
  }

  private static OptimizerConfig optimizer(Values values, Player player) {
    double limit = values.get(OptimizerSettings.CLIP_GRADIENT_NORM.of(player));
    return new OptimizerConfig(
        values.get(OptimizerSettings.OPTIMIZER.of(player)),
        values.get(OptimizerSettings.LEARNING_RATE.of(player)),
        ifUsed(values, OptimizerSettings.BETA1.of(player)),
        ifUsed(values, OptimizerSettings.BETA2.of(player)),
        ifUsed(values, OptimizerSettings.EPSILON.of(player)),
        ifUsed(values, OptimizerSettings.WEIGHT_DECAY.of(player)),
        limit == 0 ? null : Double.valueOf(limit));
  }

  private static double ifUsed(Values values, SingleSetting<Double> setting) {
    return setting.applies(values) ? values.get(setting) : 0;
  }
}
