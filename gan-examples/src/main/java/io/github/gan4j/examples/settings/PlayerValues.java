package io.github.gan4j.examples.settings;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.AdamConfig;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import java.util.Objects;

/** Turns a player's configuration into values, and back. */
final class PlayerValues {
  /** What applies once normalisation is switched on where there was none. */
  private static final BatchNorm BATCH_NORM =
      Objects.requireNonNull(GanDefaults.GENERATOR.batchNorm());

  private static final double SLOPE = GanDefaults.GENERATOR.activation().slope();

  private PlayerValues() {}

  static void put(Values values, Player player, NetworkConfig network, AdamConfig adam) {
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
    values.put(Settings.DROPOUT.of(player), network.dropout());
    values.put(Settings.WEIGHT_INIT.of(player), network.weightInit());
    values.put(Settings.LEARNING_RATE.of(player), adam.learningRate());
    values.put(Settings.BETA1.of(player), adam.beta1());
    values.put(Settings.BETA2.of(player), adam.beta2());
    values.put(Settings.EPSILON.of(player), adam.epsilon());
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
        values.get(Settings.WEIGHT_INIT.of(player)));
  }

  static AdamConfig adam(Values values, Player player) {
    return new AdamConfig(
        values.get(Settings.LEARNING_RATE.of(player)),
        values.get(Settings.BETA1.of(player)),
        values.get(Settings.BETA2.of(player)),
        values.get(Settings.EPSILON.of(player)));
  }
}
