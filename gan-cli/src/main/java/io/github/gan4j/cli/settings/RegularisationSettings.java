package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Switch;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.config.GradientPenalty;
import java.util.List;

/** Regularisation of the discriminator. */
public final class RegularisationSettings {
  private static final SettingTable TABLE = new SettingTable();

  public static final SingleSetting<Double> WGAN_GP =
      TABLE.add(penalty("wgan-gp", "slopes of 1 between real and generated images; 10 is usual"));

  public static final SingleSetting<Double> DRAGAN =
      TABLE.add(penalty("dragan", "slopes of 1 around real images; 10 is usual"));

  public static final SingleSetting<Double> R1 =
      TABLE.add(
          penalty(
              "r1", "slopes of 0 at real images; 0.1 to 1 for small images, 10 for large ones"));

  public static final SingleSetting<Double> R2 =
      TABLE.add(penalty("r2", "slopes of 0 at generated images; as r1"));

  public static final SingleSetting<Integer> PENALTY_INTERVAL =
      TABLE.add(
          SingleSetting.of(
                  "penalty-interval",
                  Section.REGULARISATION,
                  Whole.from(1),
                  "on every how many of its updates these penalties are computed, to count that"
                      + " many times")
              .onlyWith(WGAN_GP, DRAGAN, R1, R2));

  public static final SingleSetting<Double> CLIP_WEIGHTS =
      TABLE.add(
          SingleSetting.of(
                  "clip-weights",
                  Section.REGULARISATION,
                  Real.positive(),
                  "the largest absolute value that its weights keep")
              .unset("none", "any"));

  public static final SingleSetting<Double> REAL_LABEL =
      TABLE.add(
          SingleSetting.of(
              "real-label",
              Section.REGULARISATION,
              Real.aboveHalfTo1(),
              "what it is told that real images are; below 1 to smooth labels"));

  public static final SingleSetting<Double> FAKE_LABEL =
      TABLE.add(
          SingleSetting.of(
              "fake-label",
              Section.REGULARISATION,
              Real.from0ToBelowHalf(),
              "what it is told that generated images are"));

  public static final SingleSetting<Double> FLIP_LABELS =
      TABLE.add(
          SingleSetting.of(
              "flip-labels",
              Section.REGULARISATION,
              Real.from0ToBelowHalf(),
              "share of real and generated images that are taken for one another"));

  public static final SingleSetting<Double> INSTANCE_NOISE =
      TABLE.add(
          SingleSetting.of(
                  "instance-noise",
                  Section.REGULARISATION,
                  Real.positive(),
                  "standard deviation of the noise on what it is shown, in the first step")
              .unset("none", "no noise"));

  public static final SingleSetting<Integer> INSTANCE_NOISE_STEPS =
      TABLE.add(
          SingleSetting.of(
                  "instance-noise-steps",
                  Section.REGULARISATION,
                  Whole.from(1),
                  "after how many steps the noise, which decays evenly, is gone")
              .unset("instance-noise needs it")
              .onlyWith(INSTANCE_NOISE));

  public static final SingleSetting<Integer> PACKING =
      TABLE.add(
          SingleSetting.of(
              "packing",
              Section.REGULARISATION,
              Whole.from(1),
              "how many images it judges together; batches are multiples of it"));

  public static final SingleSetting<Boolean> MINIBATCH_DEVIATION =
      TABLE.add(
          SingleSetting.of(
              "minibatch-deviation",
              Section.REGULARISATION,
              new Switch(),
              "tell it how much the images of a batch differ"));

  private RegularisationSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }

  /** Returns the setting that is the weight of a penalty. */
  static SingleSetting<Double> penalty(GradientPenalty.Kind kind) {
    return switch (kind) {
      case WGAN_GP -> WGAN_GP;
      case DRAGAN -> DRAGAN;
      case R1 -> R1;
      case R2 -> R2;
    };
  }

  private static SingleSetting<Double> penalty(String name, String description) {
    return SingleSetting.of(
            name, Section.REGULARISATION, Real.positive(), "weight of a penalty: " + description)
        .unset("none", "no such penalty");
  }
}
