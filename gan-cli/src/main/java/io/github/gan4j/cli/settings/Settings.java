package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.NumberTypes.Real;
import io.github.gan4j.cli.settings.NumberTypes.Whole;
import io.github.gan4j.cli.settings.TextTypes.Choice;
import io.github.gan4j.cli.settings.TextTypes.FilePath;
import io.github.gan4j.cli.settings.TextTypes.ListOf;
import io.github.gan4j.cli.settings.TextTypes.Switch;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.OptimizerConfig.Method;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.cpu.Kernels;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.Interval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The table of all settings. Flags, keys of files, written files, help and documentation come from
 * it.
 */
public final class Settings {
  private static final List<Setting<?>> ALL = new ArrayList<>();
  private static final Set<RateSchedule.Kind> FALLING =
      Set.of(RateSchedule.Kind.LINEAR, RateSchedule.Kind.COSINE);

  public static final SingleSetting<Recipe> RECIPE =
      add(
          of(
                  "recipe",
                  Section.RUN,
                  Choice.of("RECIPE", Recipe.ALL, Recipe::name),
                  "the run whose settings these are added to")
              .unset("the library's defaults alone"));
  public static final SingleSetting<Integer> EPOCHS =
      add(of("epochs", Section.RUN, Whole.from(1), "how many epochs it lasts"));
  public static final SingleSetting<Integer> STEPS_PER_EPOCH =
      add(
          of("steps-per-epoch", Section.RUN, Whole.from(1), "how many steps make an epoch")
              .unset("auto", "one pass over the data"));
  public static final SingleSetting<Integer> MAX_STEPS =
      add(
          of("max-steps", Section.RUN, Whole.from(1), "stop after so many steps")
              .unset("none", "all epochs"));
  public static final SingleSetting<Integer> BATCH_SIZE =
      add(
          of(
              "batch-size",
              Section.RUN,
              Whole.from(1),
              "real and as many generated images that the discriminator sees a step"));
  public static final SingleSetting<Integer> GENERATOR_BATCH_SIZE =
      add(
          of(
                  "generator-batch-size",
                  Section.RUN,
                  Whole.from(1),
                  "fresh images that the generator trains on a step")
              .unset("auto", "those that the discriminator just saw"));
  public static final SingleSetting<Integer> DISCRIMINATOR_STEPS =
      add(
          of(
              "discriminator-steps",
              Section.RUN,
              Whole.from(1),
              "how often the discriminator is updated a step, each time with other images"));
  public static final SingleSetting<Integer> GENERATOR_STEPS =
      add(
          of(
              "generator-steps",
              Section.RUN,
              Whole.from(1),
              "how often the generator is updated a step, after the discriminator"));
  public static final SingleSetting<String> LOSS =
      add(
          of(
              "loss",
              Section.RUN,
              Choice.of(
                  "NAME",
                  Losses.all().stream().map(AdversarialLoss::name).toList(),
                  UnaryOperator.identity()),
              "what the players minimise"));
  public static final SingleSetting<Conditioning.Kind> CONDITIONAL =
      add(
          of(
                  "conditional",
                  Section.RUN,
                  Choice.of(List.of(Conditioning.Kind.values())),
                  "how both players are told the class of an image, for data with labels")
              .unset("none", "not at all"));
  public static final SingleSetting<Double> CLASS_WEIGHT =
      add(
          of(
                  "class-weight",
                  Section.RUN,
                  Real.positive(),
                  "what the class's part of the loss is multiplied by, for auxiliary-classifier")
              .onlyIf(CONDITIONAL, Set.of(Conditioning.Kind.AUXILIARY_CLASSIFIER)));
  public static final SingleSetting<Double> AVERAGING =
      add(
          of(
              "averaging",
              Section.RUN,
              Real.from0ToBelow1(),
              "decay of the generator's running average; 0 for none"));
  public static final SingleSetting<Long> SEED =
      add(
          of(
              "seed",
              Section.RUN,
              new NumberTypes.Any(),
              "decides weights, data order, latent vectors and dropout"));
  public static final SingleSetting<Integer> THREADS =
      add(
          of("threads", Section.RUN, new Whole(1, 1024), "threads of the engine")
              .unset("auto", "one a processor, at most 16"));
  public static final SingleSetting<Kernels> KERNELS =
      add(
          of(
                  "kernels",
                  Section.RUN,
                  Choice.of(List.of(Kernels.values())),
                  "what multiplies matrices")
              .unset("auto", "vector with vectors of 512 bits, or else openblas"));

  public static final SingleSetting<Integer> ROLL_BACKS =
      add(
          of(
              "roll-backs",
              Section.RUN,
              Whole.from(0),
              "how often a run that diverges goes back to its newest saved state and on with"
                  + " smaller learning rates; after that it ends"));
  public static final SingleSetting<Double> ROLL_BACK_RATE =
      add(
          of(
              "roll-back-rate",
              Section.RUN,
              Real.above0To1(),
              "what learning rates are multiplied by each time"));

  public static final SingleSetting<DatasetKind> DATASET =
      add(
          of(
              "dataset",
              Section.DATA,
              Choice.of(List.of(DatasetKind.values())),
              "what it trains on"));
  public static final SingleSetting<Path> DATA =
      add(
          of(
                  "data",
                  Section.DATA,
                  new FilePath("PATH"),
                  "a folder with MNIST's files for mnist, fashion-mnist and stacked-mnist, the"
                      + " images' file for idx, a folder of PNG, JPEG and BMP images for folder")
              .unset("what is embedded; idx and folder need it"));
  public static final SingleSetting<Size> IMAGE_SIZE =
      add(
          of(
                  "image-size",
                  Section.DATA,
                  new TextTypes.SizeType(4096),
                  "size to which the images are resampled")
              .unset("auto", "the data's own"));
  public static final SingleSetting<Boolean> CROP =
      add(
          of(
                  "crop",
                  Section.DATA,
                  new Switch(),
                  "take only the middle of each image: the largest square, or the largest part of"
                      + " the aspect ratio of image-size")
              .onlyIf(DATASET, Set.of(DatasetKind.FOLDER)));
  public static final SingleSetting<Boolean> SKIP_BAD_FILES =
      add(
          of(
                  "skip-bad-files",
                  Section.DATA,
                  new Switch(),
                  "go on without files that cannot be read as images, and say how many")
              .onlyIf(DATASET, Set.of(DatasetKind.FOLDER)));
  public static final SingleSetting<ValueRange> VALUE_RANGE =
      add(
          of(
                  "value-range",
                  Section.DATA,
                  new TextTypes.RangeType(),
                  "which numbers of the file are black and white")
              .unset("auto", "0:255 for unsigned bytes; other numbers need it")
              .onlyIf(DATASET, Set.of(DatasetKind.IDX)));
  public static final SingleSetting<Boolean> TRANSPOSE =
      add(
          of(
                  "transpose",
                  Section.DATA,
                  new Switch(),
                  "take rows of the file as columns of the images, as EMNIST needs it")
              .onlyIf(DATASET, Set.of(DatasetKind.IDX)));
  public static final SingleSetting<Integer> CHANNELS =
      add(
          of(
                  "channels",
                  Section.DATA,
                  Choice.of("1|3", List.of(1, 3), Object::toString),
                  "grey is 1, colour is 3")
              .unset("auto", "the data's own"));
  public static final SingleSetting<Double> MEAN =
      add(
          of(
              "mean",
              Section.DATA,
              Real.from0To1(),
              "taken from pixels in [0, 1] before they are divided by std"));
  public static final SingleSetting<Double> STD =
      add(
          of(
              "std",
              Section.DATA,
              Real.above0To1(),
              "what pixels in [0, 1] less mean are divided by"));

  public static final SingleSetting<Integer> LATENT_DIM =
      add(of("latent-dim", Section.GENERATOR, Whole.from(1), "length of a latent vector"));
  public static final SingleSetting<LatentDistribution> LATENT =
      add(
          of(
              "latent",
              Section.GENERATOR,
              Choice.of(List.of(LatentDistribution.values())),
              "what latent vectors are drawn from"));
  public static final SingleSetting<Activation.Kind> GENERATOR_OUTPUT =
      add(
          of(
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
      add(
          players(
              single("hidden", Section.NETWORKS, new ListOf<>(Whole.from(1), widths(), true)),
              "widths of the generator's hidden layers, and in reverse the discriminator's",
              Settings::reversed));
  public static final PlayersSetting<Activation.Kind> ACTIVATION =
      add(
          players(
              single("activation", Section.NETWORKS, Choice.of(List.of(Activation.Kind.values()))),
              "what a hidden layer ends in"));
  public static final PlayersSetting<Double> ACTIVATION_SLOPE =
      add(
          players(
              single("activation-slope", Section.NETWORKS, Real.from0ToBelow1()),
              "slope of leaky-relu below 0",
              ACTIVATION,
              Set.of(Activation.Kind.LEAKY_RELU)));
  public static final PlayersSetting<Boolean> BATCH_NORM =
      add(
          players(
              single("batch-norm", Section.NETWORKS, new Switch()),
              "normalise hidden layers over the batch"));
  public static final PlayersSetting<Double> BATCH_NORM_MOMENTUM =
      add(
          players(
              single("batch-norm-momentum", Section.NETWORKS, Real.above0To1()),
              "weight of the newest batch in the running statistics",
              BATCH_NORM,
              Set.of(true)));
  public static final PlayersSetting<Double> BATCH_NORM_EPSILON =
      add(
          players(
              single("batch-norm-epsilon", Section.NETWORKS, Real.positive()),
              "added to the variance",
              BATCH_NORM,
              Set.of(true)));
  public static final PlayersSetting<Boolean> BATCH_NORM_FIRST_LAYER =
      add(
          players(
              single("batch-norm-first-layer", Section.NETWORKS, new Switch()),
              "normalise the first hidden layer too",
              BATCH_NORM,
              Set.of(true)));
  public static final PlayersSetting<Boolean> SPECTRAL_NORM =
      add(
          players(
              single("spectral-norm", Section.NETWORKS, new Switch()),
              "divide each layer's weight by its spectral norm; not with batch-norm"));
  public static final PlayersSetting<Double> DROPOUT =
      add(
          players(
              single("dropout", Section.NETWORKS, Real.from0ToBelow1()),
              "share of each hidden layer's outputs that training drops"));
  public static final PlayersSetting<WeightInit> WEIGHT_INIT =
      add(
          players(
              single("weight-init", Section.NETWORKS, Choice.of(List.of(WeightInit.values()))),
              "how weights are drawn"));

  public static final PlayersSetting<Method> OPTIMIZER =
      add(
          players(
              single("optimizer", Section.OPTIMISER, Choice.of(List.of(Method.values()))),
              "how a gradient moves the weights"));
  public static final PlayersSetting<Double> LEARNING_RATE =
      add(players(single("learning-rate", Section.OPTIMISER, Real.positive()), "size of a step"));
  public static final PlayersSetting<Double> BETA1 =
      add(
          players(
              single("beta1", Section.OPTIMISER, Real.from0ToBelow1()),
              "decay of the gradient's running mean; the momentum of sgd; rmsprop has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.SGD)));
  public static final PlayersSetting<Double> BETA2 =
      add(
          players(
              single("beta2", Section.OPTIMISER, Real.from0ToBelow1()),
              "decay of the squared gradient's running mean; sgd has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.RMSPROP)));
  public static final PlayersSetting<Double> EPSILON =
      add(
          players(
              single("epsilon", Section.OPTIMISER, Real.positive()),
              "added to the root of the squared gradient's mean; sgd has none",
              OPTIMIZER,
              Set.of(Method.ADAM, Method.ADAMW, Method.RMSPROP)));
  public static final PlayersSetting<Double> WEIGHT_DECAY =
      add(
          players(
              single("weight-decay", Section.OPTIMISER, Real.from0()),
              "share of a weight that a step of adamw of size 1 takes away",
              OPTIMIZER,
              Set.of(Method.ADAMW)));
  public static final PlayersSetting<Double> CLIP_GRADIENT_NORM =
      add(
          players(
              single("clip-gradient-norm", Section.OPTIMISER, Real.from0()),
              "length to which a longer gradient is shortened; 0 for any length"));

  public static final SingleSetting<RateSchedule.Kind> RATE_SCHEDULE =
      add(
          of(
              "rate-schedule",
              Section.RATES,
              Choice.of(List.of(RateSchedule.Kind.values())),
              "how both learning rates fall"));
  public static final SingleSetting<Integer> RATE_STEPS =
      add(
          of(
                  "rate-steps",
                  Section.RATES,
                  Whole.from(1),
                  "the step by which learning rates have fallen")
              .unset("linear and cosine need it")
              .onlyIf(RATE_SCHEDULE, FALLING));
  public static final SingleSetting<Double> RATE_LAST =
      add(
          of("rate-last", Section.RATES, Real.above0To1(), "what share of them is left then")
              .onlyIf(RATE_SCHEDULE, FALLING));
  public static final SingleSetting<Integer> RATE_WARM_UP =
      add(
          of(
              "rate-warm-up",
              Section.RATES,
              Whole.from(0),
              "for how many steps learning rates rise evenly before they fall, or stay"));

  public static final SingleSetting<Double> WGAN_GP =
      add(penalty("wgan-gp", "slopes of 1 between real and generated images; 10 is usual"));
  public static final SingleSetting<Double> DRAGAN =
      add(penalty("dragan", "slopes of 1 around real images; 10 is usual"));
  public static final SingleSetting<Double> R1 =
      add(
          penalty(
              "r1", "slopes of 0 at real images; 0.1 to 1 for small images, 10 for large ones"));
  public static final SingleSetting<Double> R2 =
      add(penalty("r2", "slopes of 0 at generated images; as r1"));
  public static final SingleSetting<Integer> PENALTY_INTERVAL =
      add(
          of(
                  "penalty-interval",
                  Section.REGULARISATION,
                  Whole.from(1),
                  "on every how many of its updates these penalties are computed, to count that"
                      + " many times")
              .onlyWith(WGAN_GP, DRAGAN, R1, R2));
  public static final SingleSetting<Double> CLIP_WEIGHTS =
      add(
          of(
                  "clip-weights",
                  Section.REGULARISATION,
                  Real.positive(),
                  "the largest absolute value that its weights keep")
              .unset("none", "any"));
  public static final SingleSetting<Double> REAL_LABEL =
      add(
          of(
              "real-label",
              Section.REGULARISATION,
              Real.aboveHalfTo1(),
              "what it is told that real images are; below 1 to smooth labels"));
  public static final SingleSetting<Double> FAKE_LABEL =
      add(
          of(
              "fake-label",
              Section.REGULARISATION,
              Real.from0ToBelowHalf(),
              "what it is told that generated images are"));
  public static final SingleSetting<Double> FLIP_LABELS =
      add(
          of(
              "flip-labels",
              Section.REGULARISATION,
              Real.from0ToBelowHalf(),
              "share of real and generated images that are taken for one another"));
  public static final SingleSetting<Double> INSTANCE_NOISE =
      add(
          of(
                  "instance-noise",
                  Section.REGULARISATION,
                  Real.positive(),
                  "standard deviation of the noise on what it is shown, in the first step")
              .unset("none", "no noise"));
  public static final SingleSetting<Integer> INSTANCE_NOISE_STEPS =
      add(
          of(
                  "instance-noise-steps",
                  Section.REGULARISATION,
                  Whole.from(1),
                  "after how many steps the noise, which decays evenly, is gone")
              .unset("instance-noise needs it")
              .onlyWith(INSTANCE_NOISE));
  public static final SingleSetting<Integer> PACKING =
      add(
          of(
              "packing",
              Section.REGULARISATION,
              Whole.from(1),
              "how many images it judges together; batches are multiples of it"));
  public static final SingleSetting<Boolean> MINIBATCH_DEVIATION =
      add(
          of(
              "minibatch-deviation",
              Section.REGULARISATION,
              new Switch(),
              "tell it how much the images of a batch differ"));

  public static final SingleSetting<Path> OUT =
      add(
          of("out", Section.OUTPUT, new FilePath("DIR"), "the run folder: new or empty")
              .unset("runs/RECIPE-TIME"));
  public static final SingleSetting<Path> LOG_FILE =
      add(
          of("log-file", Section.OUTPUT, new FilePath("FILE"), "the log of losses to read")
              .unset("training.log in the run folder"));
  public static final SingleSetting<SaveInterval> CHECKPOINT_INTERVAL =
      add(
          of(
                  "checkpoint-interval",
                  Section.OUTPUT,
                  new TextTypes.SaveIntervalType(),
                  "how often the whole state is saved, for train --resume; it is at the end too")
              .unset("none", "never"));
  public static final SingleSetting<Integer> CHECKPOINTS_KEPT =
      add(
          of(
              "checkpoints-kept",
              Section.OUTPUT,
              Whole.from(1),
              "how many of the newest saved states are kept"));
  public static final SingleSetting<BestBy> CHECKPOINT_BEST =
      add(
          of(
                  "checkpoint-best",
                  Section.OUTPUT,
                  Choice.of(List.of(BestBy.values())),
                  "keep the state after the epoch with the lowest of these too")
              .unset("none", "only the newest are kept"));
  public static final SingleSetting<ProgressStyle> PROGRESS =
      add(
          of(
              "progress",
              Section.OUTPUT,
              Choice.of(List.of(ProgressStyle.values())),
              "how progress is shown, auto being a bar on a terminal and lines elsewhere"));
  public static final SingleSetting<Interval> SAMPLE_INTERVAL =
      add(
          of(
              "sample-interval",
              Section.OUTPUT,
              new TextTypes.IntervalType(),
              "how often samples are pictured"));
  public static final SingleSetting<Size> SAMPLE_GRID =
      add(
          of(
              "sample-grid",
              Section.OUTPUT,
              new TextTypes.SizeType(100),
              "how many images are in a picture"));
  public static final SingleSetting<Boolean> FRESH_SAMPLES =
      add(of("fresh-samples", Section.OUTPUT, new Switch(), "picture new latent vectors too"));
  public static final SingleSetting<Boolean> REAL_BESIDE_GENERATED =
      add(
          of(
              "real-beside-generated",
              Section.OUTPUT,
              new Switch(),
              "picture real images beside generated ones"));
  public static final SingleSetting<Boolean> ANIMATION =
      add(of("animation", Section.OUTPUT, new Switch(), "write animation.gif"));
  public static final SingleSetting<Boolean> CSV =
      add(of("csv", Section.OUTPUT, new Switch(), "write losses.csv"));
  public static final SingleSetting<Boolean> LOSS_PLOT =
      add(of("loss-plot", Section.OUTPUT, new Switch(), "write losses.png"));
  public static final SingleSetting<Boolean> REPORT =
      add(of("report", Section.OUTPUT, new Switch(), "write report.html"));
  public static final SingleSetting<Boolean> TENSORBOARD =
      add(of("tensorboard", Section.OUTPUT, new Switch(), "write TensorBoard's event files"));

  private static final Map<String, Setting<?>> BY_NAME = byName();

  private Settings() {}

  /** Returns all settings in their order; those of both players without the players' own. */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** Returns the settings of a section in their order. */
  public static List<Setting<?>> of(Section section) {
    return ALL.stream().filter(setting -> setting.section() == section).toList();
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

  /** Returns all settings by name, the players' own after those of both. */
  public static Map<String, Setting<?>> named() {
    return Collections.unmodifiableMap(BY_NAME);
  }

  /** Returns the setting of that name, if there is one. */
  public static Optional<Setting<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static <S extends Setting<?>> S add(S setting) {
    ALL.add(setting);
    return setting;
  }

  private static Map<String, Setting<?>> byName() {
    Map<String, Setting<?>> byName = new LinkedHashMap<>();
    for (Setting<?> setting : ALL) {
      byName.put(setting.name(), setting);
      if (setting instanceof PlayersSetting<?> players) {
        byName.put(players.of(Player.GENERATOR).name(), players.of(Player.GENERATOR));
        byName.put(players.of(Player.DISCRIMINATOR).name(), players.of(Player.DISCRIMINATOR));
      }
    }
    return byName;
  }

  private static <T> SingleSetting<T> of(
      String name, Section section, Type<T> type, String description) {
    return SingleSetting.of(name, section, type, description);
  }

  private static <T> SingleSetting<T> single(String name, Section section, Type<T> type) {
    return SingleSetting.of(name, section, type, "");
  }

  private static SingleSetting<Double> penalty(String name, String description) {
    return of(name, Section.REGULARISATION, Real.positive(), "weight of a penalty: " + description)
        .unset("none", "no such penalty");
  }

  private static <T> PlayersSetting<T> players(SingleSetting<T> model, String description) {
    return players(model, description, UnaryOperator.identity());
  }

  private static <T> PlayersSetting<T> players(
      SingleSetting<T> model, String description, UnaryOperator<T> mirror) {
    return new PlayersSetting<>(
        model.name(),
        one(Player.GENERATOR, model, description),
        one(Player.DISCRIMINATOR, model, description),
        description,
        mirror);
  }

  /**
   * Returns a setting that matters for a player only if another of that player has such a value.
   */
  private static <T, C> PlayersSetting<T> players(
      SingleSetting<T> model, String description, PlayersSetting<C> other, Set<C> allowed) {
    return new PlayersSetting<>(
        model.name(),
        one(Player.GENERATOR, model, description).onlyIf(other.of(Player.GENERATOR), allowed),
        one(Player.DISCRIMINATOR, model, description)
            .onlyIf(other.of(Player.DISCRIMINATOR), allowed),
        description,
        UnaryOperator.identity());
  }

  private static <T> SingleSetting<T> one(
      Player player, SingleSetting<T> model, String description) {
    return SingleSetting.of(
        player.prefix() + model.name(), model.section(), model.type(), description);
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
