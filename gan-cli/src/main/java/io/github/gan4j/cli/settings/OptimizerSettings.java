package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Choice;
import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.config.OptimizerConfig.Method;
import io.github.gan4j.config.RateSchedule;
import java.util.List;
import java.util.Set;

/** How gradients move the players' weights, and how learning rates change over the run. */
public final class OptimizerSettings {
  private static final SettingTable TABLE = new SettingTable();
  private static final Set<RateSchedule.Kind> FALLING =
      Set.of(RateSchedule.Kind.LINEAR, RateSchedule.Kind.COSINE);

  public static final PlayersSetting<Method> OPTIMIZER =
      TABLE.add(
          PlayersSetting.of(
              "optimizer",
              Section.OPTIMISER,
              Choice.of(List.of(Method.values())),
              "how a gradient moves the weights"));

  public static final PlayersSetting<Double> LEARNING_RATE =
      TABLE.add(
          PlayersSetting.of("learning-rate", Section.OPTIMISER, Real.positive(), "size of a step"));

  public static final PlayersSetting<Double> BETA1 =
      TABLE.add(
          PlayersSetting.of(
              "beta1",
              Section.OPTIMISER,
              Real.from0ToBelow1(),
              "decay of the gradient's running mean; the momentum of sgd; rmsprop has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.SGD)));

  public static final PlayersSetting<Double> BETA2 =
      TABLE.add(
          PlayersSetting.of(
              "beta2",
              Section.OPTIMISER,
              Real.from0ToBelow1(),
              "decay of the squared gradient's running mean; sgd has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.RMSPROP)));

  public static final PlayersSetting<Double> EPSILON =
      TABLE.add(
          PlayersSetting.of(
              "epsilon",
              Section.OPTIMISER,
              Real.positive(),
              "added to the root of the squared gradient's mean; sgd has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.RMSPROP)));

  public static final PlayersSetting<Double> WEIGHT_DECAY =
      TABLE.add(
          PlayersSetting.of(
              "weight-decay",
              Section.OPTIMISER,
              Real.from0(),
              "share of a weight that a step of adamw of size 1 takes away",
              OPTIMIZER,
              Set.of(Method.ADAMW)));

  public static final PlayersSetting<Double> CLIP_GRADIENT_NORM =
      TABLE.add(
          PlayersSetting.of(
              "clip-gradient-norm",
              Section.OPTIMISER,
              Real.from0(),
              "length to which a longer gradient is shortened; 0 for any length"));

  public static final SingleSetting<RateSchedule.Kind> RATE_SCHEDULE =
      TABLE.add(
          SingleSetting.of(
              "rate-schedule",
              Section.RATES,
              Choice.of(List.of(RateSchedule.Kind.values())),
              "how both learning rates fall"));

  public static final SingleSetting<Integer> RATE_STEPS =
      TABLE.add(
          SingleSetting.of(
                  "rate-steps",
                  Section.RATES,
                  Whole.from(1),
                  "the step by which learning rates have fallen")
              .unset("linear and cosine need it")
              .onlyIf(RATE_SCHEDULE, FALLING));

  public static final SingleSetting<Double> RATE_LAST =
      TABLE.add(
          SingleSetting.of(
                  "rate-last", Section.RATES, Real.above0To1(), "what share of them is left then")
              .onlyIf(RATE_SCHEDULE, FALLING));

  public static final SingleSetting<Integer> RATE_WARM_UP =
      TABLE.add(
          SingleSetting.of(
              "rate-warm-up",
              Section.RATES,
              Whole.from(0),
              "for how many steps learning rates rise evenly before they fall, or stay"));

  private OptimizerSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }
}
