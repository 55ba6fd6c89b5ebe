package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.type.Choice;
import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.cli.settings.type.WholeOf64Bits;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.cpu.Kernels;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How long a run lasts, and what decides it. */
public final class GeneralSettings {
  private static final SettingTable TABLE = new SettingTable();

  public static final SingleSetting<Recipe> RECIPE =
      TABLE.add(
          SingleSetting.of(
                  "recipe",
                  Section.RUN,
                  Choice.of("RECIPE", Recipe.ALL, Recipe::name),
                  "the run whose settings these are added to")
              .unset("the library's defaults alone"));

  public static final SingleSetting<Integer> EPOCHS =
      TABLE.add(SingleSetting.of("epochs", Section.RUN, Whole.from(1), "how many epochs it lasts"));

  public static final SingleSetting<Integer> STEPS_PER_EPOCH =
      TABLE.add(
          SingleSetting.of(
                  "steps-per-epoch", Section.RUN, Whole.from(1), "how many steps make an epoch")
              .unset("auto", "one pass over the data"));

  public static final SingleSetting<Integer> MAX_STEPS =
      TABLE.add(
          SingleSetting.of("max-steps", Section.RUN, Whole.from(1), "stop after so many steps")
              .unset("none", "all epochs"));

  public static final SingleSetting<Integer> BATCH_SIZE =
      TABLE.add(
          SingleSetting.of(
              "batch-size",
              Section.RUN,
              Whole.from(1),
              "real and as many generated images that the discriminator sees a step"));

  public static final SingleSetting<Integer> GENERATOR_BATCH_SIZE =
      TABLE.add(
          SingleSetting.of(
                  "generator-batch-size",
                  Section.RUN,
                  Whole.from(1),
                  "fresh images that the generator trains on a step")
              .unset("auto", "those that the discriminator just saw"));

  public static final SingleSetting<Integer> DISCRIMINATOR_STEPS =
      TABLE.add(
          SingleSetting.of(
              "discriminator-steps",
              Section.RUN,
              Whole.from(1),
              "how often the discriminator is updated a step, each time with other images"));

  public static final SingleSetting<Integer> GENERATOR_STEPS =
      TABLE.add(
          SingleSetting.of(
              "generator-steps",
              Section.RUN,
              Whole.from(1),
              "how often the generator is updated a step, after the discriminator"));

  public static final SingleSetting<String> LOSS =
      TABLE.add(
          SingleSetting.of(
              "loss",
              Section.RUN,
              Choice.of(
                  "NAME",
                  Losses.all().stream().map(AdversarialLoss::name).toList(),
                  UnaryOperator.identity()),
              "what the players minimise"));

  public static final SingleSetting<Conditioning.Kind> CONDITIONAL =
      TABLE.add(
          SingleSetting.of(
                  "conditional",
                  Section.RUN,
                  Choice.of(List.of(Conditioning.Kind.values())),
                  "how both players are told the class of an image, for data with labels")
              .unset("none", "not at all"));

  public static final SingleSetting<Double> CLASS_WEIGHT =
      TABLE.add(
          SingleSetting.of(
                  "class-weight",
                  Section.RUN,
                  Real.positive(),
                  "what the class's part of the loss is multiplied by, for auxiliary-classifier")
              .onlyIf(CONDITIONAL, Set.of(Conditioning.Kind.AUXILIARY_CLASSIFIER)));

  public static final SingleSetting<Double> AVERAGING =
      TABLE.add(
          SingleSetting.of(
              "averaging",
              Section.RUN,
              Real.from0ToBelow1(),
              "decay of the generator's running average; 0 for none"));

  public static final SingleSetting<Long> SEED =
      TABLE.add(
          SingleSetting.of(
              "seed",
              Section.RUN,
              new WholeOf64Bits(),
              "decides weights, data order, latent vectors and dropout"));

  public static final SingleSetting<Integer> THREADS =
      TABLE.add(
          SingleSetting.of("threads", Section.RUN, new Whole(1, 1024), "threads of the engine")
              .unset("auto", "one a processor, at most 16"));

  public static final SingleSetting<Kernels> KERNELS =
      TABLE.add(
          SingleSetting.of(
                  "kernels",
                  Section.RUN,
                  Choice.of(List.of(Kernels.values())),
                  "what multiplies matrices")
              .unset("auto", "vector with vectors of 512 bits, or else openblas"));

  public static final SingleSetting<Integer> ROLL_BACKS =
      TABLE.add(
          SingleSetting.of(
                  "roll-backs",
                  Section.RUN,
                  Whole.from(0),
                  "how often a run that diverges goes back to its newest saved state and on with"
                      + " smaller learning rates; after that it ends")
              .byDefault(0));

  public static final SingleSetting<Double> ROLL_BACK_RATE =
      TABLE.add(
          SingleSetting.of(
                  "roll-back-rate",
                  Section.RUN,
                  Real.above0To1(),
                  "what learning rates are multiplied by each time")
              .byDefault(0.5));

  private GeneralSettings() {}

  /** Returns them in their order. */
  static List<Setting<?>> all() {
    return TABLE.settings();
  }
}
