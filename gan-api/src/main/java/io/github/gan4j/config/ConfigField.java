package io.github.gan4j.config;

import io.github.gan4j.config.GradientPenalty.Kind;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every field of a {@link GanConfig}, once. What one player has of its own is a field of that
 * player. Rules, warnings and advice name fields by these; each program knows what it calls them.
 */
public enum ConfigField {
  LATENT_DIM("latentDim", config -> config.latent().dim()),
  LATENT_DISTRIBUTION("latent", config -> config.latent().distribution()),
  MEAN("normalization mean", config -> config.normalization().mean()),
  STD("normalization std", config -> config.normalization().std()),
  GENERATOR_OUTPUT("generatorOutput", config -> config.generator().output().kind()),

  GENERATOR_HIDDEN(Player.GENERATOR, "hidden", player -> player.network().hidden()),
  GENERATOR_ACTIVATION(
      Player.GENERATOR, "activation", player -> player.network().activation().kind()),
  GENERATOR_ACTIVATION_SLOPE(
      Player.GENERATOR, "activation slope", player -> player.network().activation().slope()),
  GENERATOR_BATCH_NORM(
      Player.GENERATOR, "batchNorm", player -> player.network().batchNorm() != null),
  GENERATOR_BATCH_NORM_MOMENTUM(
      Player.GENERATOR, "batchNorm momentum", player -> ofNorm(player, BatchNorm::momentum)),
  GENERATOR_BATCH_NORM_EPSILON(
      Player.GENERATOR, "batchNorm epsilon", player -> ofNorm(player, BatchNorm::epsilon)),
  GENERATOR_BATCH_NORM_FIRST_LAYER(
      Player.GENERATOR, "batchNorm firstLayer", player -> ofNorm(player, BatchNorm::firstLayer)),
  GENERATOR_SPECTRAL_NORM(
      Player.GENERATOR, "spectralNorm", player -> player.network().spectralNorm()),
  GENERATOR_DROPOUT(Player.GENERATOR, "dropout", player -> player.network().dropout()),
  GENERATOR_WEIGHT_INIT(Player.GENERATOR, "weightInit", player -> player.network().weightInit()),
  GENERATOR_OPTIMIZER(Player.GENERATOR, "optimizer", player -> player.optimizer().method()),
  GENERATOR_LEARNING_RATE(
      Player.GENERATOR, "learningRate", player -> player.optimizer().learningRate()),
  GENERATOR_BETA1(Player.GENERATOR, "beta1", player -> player.optimizer().beta1()),
  GENERATOR_BETA2(Player.GENERATOR, "beta2", player -> player.optimizer().beta2()),
  GENERATOR_EPSILON(Player.GENERATOR, "epsilon", player -> player.optimizer().epsilon()),
  GENERATOR_WEIGHT_DECAY(
      Player.GENERATOR, "weightDecay", player -> player.optimizer().weightDecay()),
  GENERATOR_MAX_GRADIENT_NORM(
      Player.GENERATOR, "maxGradientNorm", player -> player.optimizer().maxGradientNorm()),
  GENERATOR_UPDATES_PER_STEP(
      "generatorUpdatesPerStep", config -> config.generator().updatesPerStep()),
  EMA_DECAY("emaDecay", config -> config.generator().emaDecay()),

  DISCRIMINATOR_HIDDEN(GENERATOR_HIDDEN),
  DISCRIMINATOR_ACTIVATION(GENERATOR_ACTIVATION),
  DISCRIMINATOR_ACTIVATION_SLOPE(GENERATOR_ACTIVATION_SLOPE),
  DISCRIMINATOR_BATCH_NORM(GENERATOR_BATCH_NORM),
  DISCRIMINATOR_BATCH_NORM_MOMENTUM(GENERATOR_BATCH_NORM_MOMENTUM),
  DISCRIMINATOR_BATCH_NORM_EPSILON(GENERATOR_BATCH_NORM_EPSILON),
  DISCRIMINATOR_BATCH_NORM_FIRST_LAYER(GENERATOR_BATCH_NORM_FIRST_LAYER),
  DISCRIMINATOR_SPECTRAL_NORM(GENERATOR_SPECTRAL_NORM),
  DISCRIMINATOR_DROPOUT(GENERATOR_DROPOUT),
  DISCRIMINATOR_WEIGHT_INIT(GENERATOR_WEIGHT_INIT),
  DISCRIMINATOR_OPTIMIZER(GENERATOR_OPTIMIZER),
  DISCRIMINATOR_LEARNING_RATE(GENERATOR_LEARNING_RATE),
  DISCRIMINATOR_BETA1(GENERATOR_BETA1),
  DISCRIMINATOR_BETA2(GENERATOR_BETA2),
  DISCRIMINATOR_EPSILON(GENERATOR_EPSILON),
  DISCRIMINATOR_WEIGHT_DECAY(GENERATOR_WEIGHT_DECAY),
  DISCRIMINATOR_MAX_GRADIENT_NORM(GENERATOR_MAX_GRADIENT_NORM),
  DISCRIMINATOR_UPDATES_PER_STEP(
      "discriminatorUpdatesPerStep", config -> config.discriminator().updatesPerStep()),
  PACKING("packing", config -> config.discriminator().packing()),
  MINIBATCH_STD_DEV("minibatchStdDev", config -> config.discriminator().minibatchStdDev()),

  LOSS("loss", config -> config.objective().loss()),
  CONDITIONING("conditioning", config -> ofClasses(config, Conditioning::kind)),
  CLASSES("conditioning classes", config -> ofClasses(config, Conditioning::classes)),
  CLASS_WEIGHT("conditioning classWeight", config -> ofClasses(config, Conditioning::classWeight)),
  WGAN_GP("penalty WGAN_GP", config -> weight(config, Kind.WGAN_GP)),
  DRAGAN("penalty DRAGAN", config -> weight(config, Kind.DRAGAN)),
  R1("penalty R1", config -> weight(config, Kind.R1)),
  R2("penalty R2", config -> weight(config, Kind.R2)),
  PENALTY_INTERVAL(
      "penalty interval",
      config ->
          config.objective().regularization().penalties().stream()
              .findFirst()
              .map(GradientPenalty::interval)
              .orElse(1)),
  WEIGHT_CLIP("clipWeights", config -> config.objective().regularization().weightClip()),
  REAL_LABEL("real label", config -> config.objective().regularization().labels().real()),
  FAKE_LABEL("fake label", config -> config.objective().regularization().labels().fake()),
  FLIPPED_LABELS(
      "flipped labels", config -> config.objective().regularization().labels().flipped()),
  INSTANCE_NOISE("instanceNoise", config -> ofNoise(config, InstanceNoise::deviation)),
  INSTANCE_NOISE_STEPS("instanceNoise steps", config -> ofNoise(config, InstanceNoise::steps)),

  BATCH_SIZE("batchSize", config -> config.schedule().batchSize()),
  GENERATOR_BATCH_SIZE("generatorBatchSize", config -> config.schedule().generatorBatchSize()),
  EPOCHS("epochs", config -> config.schedule().epochs()),
  STEPS_PER_EPOCH("stepsPerEpoch", config -> config.schedule().stepsPerEpoch()),
  RATE_SCHEDULE("rateSchedule", config -> config.schedule().rateSchedule().kind()),
  RATE_WARM_UP("rateSchedule warmUp", config -> config.schedule().rateSchedule().warmUp()),
  RATE_STEPS("rateSchedule steps", config -> config.schedule().rateSchedule().steps()),
  RATE_LAST("rateSchedule last", config -> config.schedule().rateSchedule().last()),
  SEED("seed", GanConfig::seed);

  private final @Nullable Player player;
  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing.
  private final Function<GanConfig, @Nullable Object> value;

  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable Function<PlayerConfig, @Nullable Object> ofPlayer;

  ConfigField(String name, Function<GanConfig, @Nullable Object> value) {
    this.player = null;
    this.name = name;
    this.value = value;
    ofPlayer = null;
  }

  ConfigField(Player player, String name, Function<PlayerConfig, @Nullable Object> ofPlayer) {
    this.player = player;
    this.name = name;
    this.value = config -> ofPlayer.apply(config.player(player));
    this.ofPlayer = ofPlayer;
  }

  /** The discriminator's, where the generator has the same. */
  ConfigField(ConfigField generators) {
    this.player = Player.DISCRIMINATOR;
    this.name = generators.name;
    Function<PlayerConfig, @Nullable Object> same = Objects.requireNonNull(generators.ofPlayer);
    this.value = config -> same.apply(config.discriminator());
    this.ofPlayer = same;
  }

  /** Returns whose field it is; empty for one of the whole run. */
  public Optional<Player> player() {
    return Optional.ofNullable(player);
  }

  /** Returns the name without the player's, as the builder has it: {@code batchNorm}. */
  public String shortName() {
    return name;
  }

  /** Returns the same field of a player, if it is a field that both have. */
  public ConfigField of(Player wanted) {
    if (player == null) {
      throw new IllegalStateException(this + " is no field of a player");
    }
    for (ConfigField field : values()) {
      if (field.player == wanted && field.name.equals(name)) {
        return field;
      }
    }
    throw new AssertionError(this);
  }

  /** Returns the field that is the weight of a penalty. */
  public static ConfigField penalty(Kind kind) {
    return switch (kind) {
      case WGAN_GP -> WGAN_GP;
      case DRAGAN -> DRAGAN;
      case R1 -> R1;
      case R2 -> R2;
    };
  }

  /** Returns the value in a configuration: a number, a text, a constant, a list; null if unset. */
  public @Nullable Object value(GanConfig config) {
    return value.apply(config);
  }

  private static @Nullable Object ofNorm(
      PlayerConfig player, Function<BatchNorm, Object> component) {
    BatchNorm norm = player.network().batchNorm();
    return norm == null ? null : component.apply(norm);
  }

  private static @Nullable Object ofClasses(
      GanConfig config, Function<Conditioning, Object> component) {
    Conditioning conditioning = config.objective().conditioning();
    return conditioning == null ? null : component.apply(conditioning);
  }

  private static @Nullable Object ofNoise(
      GanConfig config, Function<InstanceNoise, Object> component) {
    InstanceNoise noise = config.objective().regularization().instanceNoise();
    return noise == null ? null : component.apply(noise);
  }

  private static @Nullable Object weight(GanConfig config, Kind kind) {
    return config.objective().regularization().penalties().stream()
        .filter(penalty -> penalty.kind() == kind)
        .findFirst()
        .map(GradientPenalty::weight)
        .orElse(null);
  }
}
