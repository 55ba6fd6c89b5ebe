package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.OptimizerConfig.Method;
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

  static void put(Values values, Player player, NetworkConfig network, OptimizerConfig optimizer) {
    Activation activation = network.activation();
    BatchNorm batchNorm = Objects.requireNonNullElse(network.batchNorm(), BATCH_NORM);
    values.put(Settings.HIDDEN.of(player), network.hidden());
    values.put(Settings.ACTIVATION.of(player), activation.kind());
    values.put(
        Settings.ACTIVATION_SLOPE.of(player),
        activation.kind() == Activation.Kind.LEAKY_RELU ? activation.slope() : SLOPE);
    values.put(Settings.BATCH_NORM.of(player), network.batchNorm() != null);
    values.put(Settings.BATCH_NORM_MOMENTUM.of(player), batchNorm.momentum());
    values.put(Settings.BATCH_NORM_EPSILON.of(player), batchNorm.epsilon());
    values.put(Settings.BATCH_NORM_FIRST_LAYER.of(player), batchNorm.firstLayer());
    values.put(Settings.SPECTRAL_NORM.of(player), network.spectralNorm());
    values.put(Settings.DROPOUT.of(player), network.dropout());
    values.put(Settings.WEIGHT_INIT.of(player), network.weightInit());
    put(values, player, optimizer);
  }

  private static void put(Values values, Player player, OptimizerConfig optimizer) {
    Method method = optimizer.method();
    boolean isSgd = method == Method.SGD;
    values.put(Settings.OPTIMIZER.of(player), method);
    values.put(Settings.LEARNING_RATE.of(player), optimizer.learningRate());
    values.put(
        Settings.BETA1.of(player), method == Method.RMSPROP ? ADAMW.beta1() : optimizer.beta1());
    values.put(Settings.BETA2.of(player), isSgd ? ADAMW.beta2() : optimizer.beta2());
    values.put(Settings.EPSILON.of(player), isSgd ? ADAMW.epsilon() : optimizer.epsilon());
    values.put(
        Settings.WEIGHT_DECAY.of(player),
        method == Method.ADAMW ? optimizer.weightDecay() : ADAMW.weightDecay());
    values.put(
        Settings.CLIP_GRADIENT_NORM.of(player),
        Objects.requireNonNullElse(optimizer.maxGradientNorm(), 0.0));
  }

  static NetworkConfig network(Values values, Player player) {
    Activation.Kind kind = values.get(Settings.ACTIVATION.of(player));
    boolean leaky = kind == Activation.Kind.LEAKY_RELU;
    BatchNorm batchNorm =
        new BatchNorm(
            values.get(Settings.BATCH_NORM_MOMENTUM.of(player)),
            values.get(Settings.BATCH_NORM_EPSILON.of(player)),
            values.get(Settings.BATCH_NORM_FIRST_LAYER.of(player)));
    return new NetworkConfig(
        values.get(Settings.HIDDEN.of(player)),
        new Activation(kind, leaky ? values.get(Settings.ACTIVATION_SLOPE.of(player)) : 0),
        values.get(Settings.BATCH_NORM.of(player)) ? batchNorm : null,
        values.get(Settings.DROPOUT.of(player)),
        values.get(Settings.WEIGHT_INIT.of(player)),
        values.get(Settings.SPECTRAL_NORM.of(player)));
  }

  static OptimizerConfig optimizer(Values values, Player player) {
    double limit = values.get(Settings.CLIP_GRADIENT_NORM.of(player));
    return new OptimizerConfig(
        values.get(Settings.OPTIMIZER.of(player)),
        values.get(Settings.LEARNING_RATE.of(player)),
        ifUsed(values, Settings.BETA1.of(player)),
        ifUsed(values, Settings.BETA2.of(player)),
        ifUsed(values, Settings.EPSILON.of(player)),
        ifUsed(values, Settings.WEIGHT_DECAY.of(player)),
        limit == 0 ? null : Double.valueOf(limit));
  }

  private static double ifUsed(Values values, SingleSetting<Double> setting) {
    return setting.matters(values) ? values.get(setting) : 0;
  }
}
