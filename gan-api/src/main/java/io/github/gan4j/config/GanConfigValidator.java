package io.github.gan4j.config;

import static io.github.gan4j.config.ConfigField.BATCH_SIZE;
import static io.github.gan4j.config.ConfigField.CONDITIONING;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_ACTIVATION;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_BATCH_NORM;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_SPECTRAL_NORM;
import static io.github.gan4j.config.ConfigField.FAKE_LABEL;
import static io.github.gan4j.config.ConfigField.GENERATOR_BATCH_NORM;
import static io.github.gan4j.config.ConfigField.GENERATOR_BATCH_SIZE;
import static io.github.gan4j.config.ConfigField.GENERATOR_DROPOUT;
import static io.github.gan4j.config.ConfigField.GENERATOR_OUTPUT;
import static io.github.gan4j.config.ConfigField.GENERATOR_SPECTRAL_NORM;
import static io.github.gan4j.config.ConfigField.LOSS;
import static io.github.gan4j.config.ConfigField.MEAN;
import static io.github.gan4j.config.ConfigField.MINIBATCH_STD_DEV;
import static io.github.gan4j.config.ConfigField.PACKING;
import static io.github.gan4j.config.ConfigField.RATE_STEPS;
import static io.github.gan4j.config.ConfigField.RATE_WARM_UP;
import static io.github.gan4j.config.ConfigField.REAL_LABEL;
import static io.github.gan4j.config.ConfigField.STD;
import static io.github.gan4j.config.ConfigField.WEIGHT_CLIP;
import static io.github.gan4j.config.ConfigField.WGAN_GP;

import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.random.DropoutMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules on what must, and what should, go together in a configuration. */
public final class GanConfigValidator {
  private final GanConfig config;
  private final List<Violation> violations = new ArrayList<>();

  private GanConfigValidator(GanConfig config) {
    this.config = config;
  }

  /** Validates a configuration whose loss, if it is none of the library's, is not known. */
  public static Validation validate(GanConfig config) {
    return validate(config, Losses.byName(config.objective().loss()).orElse(null));
  }

  /**
   * Validates a configuration.
   *
   * @param loss the loss that it names; null to leave out what depends on that
   */
  public static Validation validate(GanConfig config, @Nullable AdversarialLoss loss) {
    GanConfigValidator validator = new GanConfigValidator(config);
    validator.requireKeptOutputs();
    validator.requireBatchesToNormalize();
    validator.requireOneNormalization();
    validator.requireReach();
    validator.requirePlainGradient();
    validator.requirePacks();
    validator.requireRates();
    if (loss != null) {
      validator.requireBound(loss);
      validator.requirePairs(loss);
      validator.requireLabels(loss);
    }
    return new Validation(config, validator.violations, new ConfigWarnings(config, loss).find());
  }

  private void requireKeptOutputs() {
    for (Player player : Player.values()) {
      if (config.player(player).network().dropout() > DropoutMask.LARGEST_RATE) {
        refuse(GENERATOR_DROPOUT.of(player), "must be at most 1 - 2^-24", "nothing would be kept");
      }
    }
  }

  private void requireBatchesToNormalize() {
    for (Player player : Player.values()) {
      if (config.player(player).network().batchNorm() != null) {
        requireVariance(BATCH_SIZE, config.schedule().batchSize(), player);
        requireVariance(GENERATOR_BATCH_SIZE, config.schedule().generatorBatchSize(), player);
      }
    }
  }

  /** Normalising a batch of one would give the shift alone. */
  private void requireVariance(ConfigField size, int images, Player player) {
    ConfigField norm = GENERATOR_BATCH_NORM.of(player);
    if (images < 2 && !isAutomatic(size)) {
      refuse(
          size,
          "must be at least 2",
          List.of(norm),
          "a batch of one image has no variance",
          Cure.of(norm, false));
    }
  }

  /** A generator's batch that is the discriminator's own breaks no rule of its own. */
  private boolean isAutomatic(ConfigField size) {
    return size == GENERATOR_BATCH_SIZE
        && config.schedule().generatorBatchSize() == config.schedule().batchSize();
  }

  private void requireOneNormalization() {
    for (Player player : Player.values()) {
      NetworkConfig network = config.player(player).network();
      if (network.spectralNorm() && network.batchNorm() != null) {
        ConfigField norm = GENERATOR_BATCH_NORM.of(player);
        refuse(
            GENERATOR_SPECTRAL_NORM.of(player),
            "must be false",
            List.of(norm),
            "batch normalisation multiplies by scales of its own",
            Cure.of(norm, false));
      }
    }
  }

  private void requireReach() {
    Activation output = config.generator().output();
    Normalization pixels = config.normalization();
    if (output.reaches(pixels)) {
      return;
    }
    List<Cure> cures = new ArrayList<>(List.of(Cure.of(GENERATOR_OUTPUT, Activation.Kind.LINEAR)));
    if (output.kind() == Activation.Kind.TANH) {
      cures.add(Cure.of(new ConfigChange(MEAN, 0.5), new ConfigChange(STD, 0.5)));
    } else if (output.kind() == Activation.Kind.SIGMOID) {
      cures.add(Cure.of(new ConfigChange(MEAN, 0.0), new ConfigChange(STD, 1.0)));
    }
    refuse(
        GENERATOR_OUTPUT,
        String.format(
            Locale.ROOT, "must reach [%.4g, %.4g], all pixels,", pixels.black(), pixels.white()),
        List.of(MEAN, STD),
        "it reaches [%s, %s]".formatted(output.lowest(), output.highest()),
        cures.toArray(Cure[]::new));
  }

  /** The gradient by an image must be that image's alone, and have a closed form. */
  private void requirePlainGradient() {
    List<GradientPenalty> penalties = config.objective().regularization().penalties();
    if (penalties.isEmpty()) {
      return;
    }
    ConfigField penalty = ConfigField.penalty(penalties.get(0).kind());
    NetworkConfig network = config.discriminator().network();
    if (config.discriminator().minibatchStdDev()) {
      refuseBatchGradient(penalty, MINIBATCH_STD_DEV);
    }
    if (network.batchNorm() != null) {
      refuseBatchGradient(penalty, DISCRIMINATOR_BATCH_NORM);
    }
    if (!network.activation().piecewiseLinear()) {
      refuse(
          penalty,
          "must be none",
          List.of(DISCRIMINATOR_ACTIVATION),
          "only the gradient of a piecewise linear discriminator has a closed form",
          Cure.of(DISCRIMINATOR_ACTIVATION, Activation.Kind.LEAKY_RELU),
          Cure.of(DISCRIMINATOR_ACTIVATION, Activation.Kind.RELU));
    }
  }

  private void refuseBatchGradient(ConfigField penalty, ConfigField shared) {
    refuse(
        penalty,
        "must be none",
        List.of(shared),
        "an image's gradient would depend on the whole batch",
        Cure.of(shared, false));
  }

  private void requirePacks() {
    requirePacks(BATCH_SIZE, config.schedule().batchSize());
    requirePacks(GENERATOR_BATCH_SIZE, config.schedule().generatorBatchSize());
    if (config.discriminator().packing() > 1 && config.objective().conditioning() != null) {
      refuse(
          PACKING,
          "must be 1",
          List.of(CONDITIONING),
          "it joins images of different classes",
          Cure.of(PACKING, 1));
    }
  }

  private void requirePacks(ConfigField size, int images) {
    int packing = config.discriminator().packing();
    if (isAutomatic(size)) {
      return;
    }
    if (images % packing != 0) {
      refuse(
          size,
          "must be a multiple of " + packing,
          List.of(PACKING),
          "the discriminator judges whole packs",
          Cure.of(size, Math.max(1, images / packing) * packing));
    } else if (config.discriminator().minibatchStdDev() && images < 2L * packing) {
      refuse(
          size,
          "must be at least " + 2L * packing,
          packing == 1 ? List.of(MINIBATCH_STD_DEV) : List.of(MINIBATCH_STD_DEV, PACKING),
          "one row alone has no deviation",
          Cure.of(MINIBATCH_STD_DEV, false));
    }
  }

  private void requireRates() {
    RateSchedule schedule = config.schedule().rateSchedule();
    if (schedule.kind() != RateSchedule.Kind.CONSTANT && schedule.steps() <= schedule.warmUp()) {
      refuse(
          RATE_STEPS,
          "must be above " + schedule.warmUp(),
          List.of(RATE_WARM_UP),
          "learning rates rise before they fall");
    }
  }

  private void requireBound(AdversarialLoss loss) {
    NetworkConfig network = config.discriminator().network();
    if (!loss.unbounded()
        || config.objective().regularization().bounds()
        || network.spectralNorm()) {
      return;
    }
    List<Cure> cures = new ArrayList<>();
    if (network.batchNorm() == null) {
      if (network.activation().piecewiseLinear() && !config.discriminator().minibatchStdDev()) {
        cures.add(Cure.of(WGAN_GP, GradientPenalty.wganGp().weight()));
      }
      cures.add(Cure.of(DISCRIMINATOR_SPECTRAL_NORM, true));
    }
    cures.add(Cure.of(WEIGHT_CLIP, 0.01));
    List<ConfigField> bounds =
        new ArrayList<>(
            Stream.of(GradientPenalty.Kind.values()).map(ConfigField::penalty).toList());
    bounds.addAll(List.of(WEIGHT_CLIP, DISCRIMINATOR_SPECTRAL_NORM));
    violations.add(
        new Violation(
            LOSS,
            "must have a bound on the discriminator's slope beside it",
            List.of(),
            bounds,
            "it has no minimum without",
            cures));
  }

  private void requirePairs(AdversarialLoss loss) {
    int batch = config.schedule().batchSize();
    if (loss.pairs() && batch != config.schedule().generatorBatchSize()) {
      refuse(
          GENERATOR_BATCH_SIZE,
          "must be " + batch,
          List.of(LOSS, BATCH_SIZE),
          "each generated image is compared with a real one",
          Cure.of(GENERATOR_BATCH_SIZE, batch));
    }
  }

  private void requireLabels(AdversarialLoss loss) {
    Labels labels = config.objective().regularization().labels();
    if (loss.hasLabels()) {
      return;
    }
    requireLabel(REAL_LABEL, labels.real(), Labels.TRUE.real());
    requireLabel(FAKE_LABEL, labels.fake(), Labels.TRUE.fake());
  }

  private void requireLabel(ConfigField field, double label, double truth) {
    if (label != truth) {
      refuse(
          field,
          "must be " + (int) truth,
          List.of(LOSS),
          "that loss has no labels to smooth",
          Cure.of(field, truth));
    }
  }

  private void refuse(ConfigField field, String rule, String reason) {
    refuse(field, rule, List.of(), reason);
  }

  private void refuse(
      ConfigField field, String rule, List<ConfigField> given, String reason, Cure... cures) {
    violations.add(new Violation(field, rule, given, List.of(), reason, List.of(cures)));
  }
}
