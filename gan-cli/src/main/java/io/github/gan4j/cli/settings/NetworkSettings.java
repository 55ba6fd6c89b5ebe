package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Choice;
import io.github.gan4j.cli.settings.type.ListOf;
import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Switch;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.WeightInit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The players' layers, and what goes into the generator and comes out. */
public final class NetworkSettings {
  private static final SettingTable TABLE = new SettingTable();

  public static final SingleSetting<Integer> LATENT_DIM =
      TABLE.add(
          SingleSetting.of(
              "latent-dim", Section.GENERATOR, Whole.from(1), "length of a latent vector"));

  public static final SingleSetting<LatentDistribution> LATENT =
      TABLE.add(
          SingleSetting.of(
              "latent",
              Section.GENERATOR,
              Choice.of(List.of(LatentDistribution.values())),
              "what latent vectors are drawn from"));

  public static final SingleSetting<Activation.Kind> GENERATOR_OUTPUT =
      TABLE.add(
          SingleSetting.of(
              "generator-output",
              Section.GENERATOR,
              Choice.of(
                  List.of(
                      Activation.Kind.TANH,
                      Activation.Kind.SIGMOID,
                      Activation.Kind.LINEAR,
                      Activation.Kind.RELU)),
              "what its last layer ends in"));

  public static final PlayersSetting<List<Integer>> HIDDEN =
      TABLE.add(
          PlayersSetting.of(
              "hidden",
              Section.NETWORKS,
              new ListOf<>(Whole.from(1), widths(), true),
              "widths of the generator's hidden layers, and in reverse the discriminator's",
              NetworkSettings::reversed));

  public static final PlayersSetting<Activation.Kind> ACTIVATION =
      TABLE.add(
          PlayersSetting.of(
              "activation",
              Section.NETWORKS,
              Choice.of(List.of(Activation.Kind.values())),
              "what a hidden layer ends in"));

  public static final PlayersSetting<Double> ACTIVATION_SLOPE =
      TABLE.add(
          PlayersSetting.of(
              "activation-slope",
              Section.NETWORKS,
              Real.from0ToBelow1(),
              "slope of leaky-relu below 0",
              ACTIVATION,
              Set.of(Activation.Kind.LEAKY_RELU)));

  public static final PlayersSetting<Boolean> BATCH_NORM =
      TABLE.add(
          PlayersSetting.of(
              "batch-norm",
              Section.NETWORKS,
              new Switch(),
              "normalise hidden layers over the batch"));

  public static final PlayersSetting<Double> BATCH_NORM_MOMENTUM =
      TABLE.add(
          PlayersSetting.of(
              "batch-norm-momentum",
              Section.NETWORKS,
              Real.above0To1(),
              "weight of the newest batch in the running statistics",
              BATCH_NORM,
              Set.of(true)));

  public static final PlayersSetting<Double> BATCH_NORM_EPSILON =
      TABLE.add(
          PlayersSetting.of(
              "batch-norm-epsilon",
              Section.NETWORKS,
              Real.positive(),
              "added to the variance",
              BATCH_NORM,
              Set.of(true)));

  public static final PlayersSetting<Boolean> BATCH_NORM_FIRST_LAYER =
      TABLE.add(
          PlayersSetting.of(
              "batch-norm-first-layer",
              Section.NETWORKS,
              new Switch(),
              "normalise the first hidden layer too",
              BATCH_NORM,
              Set.of(true)));

  public static final PlayersSetting<Boolean> SPECTRAL_NORM =
      TABLE.add(
          PlayersSetting.of(
              "spectral-norm",
              Section.NETWORKS,
              new Switch(),
              "divide each layer's weight by its spectral norm; not with batch-norm"));

  public static final PlayersSetting<Double> DROPOUT =
      TABLE.add(
          PlayersSetting.of(
              "dropout",
              Section.NETWORKS,
              Real.from0ToBelow1(),
              "share of each hidden layer's outputs that training drops"));

  public static final PlayersSetting<WeightInit> WEIGHT_INIT =
      TABLE.add(
          PlayersSetting.of(
              "weight-init",
              Section.NETWORKS,
              Choice.of(List.of(WeightInit.values())),
              "how weights are drawn"));

  private NetworkSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }

  private static String widths() {
    return "whole numbers from 1 on, as in 256,512,1024, or none";
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }
}
