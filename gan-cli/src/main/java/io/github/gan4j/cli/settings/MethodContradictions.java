package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Problem;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds ways to train that do not go together, as the library does, by the settings' names. */
final class MethodContradictions {
  private final KnownSettings known;
  private final RunSettings settings;
  private final List<Problem> problems = new ArrayList<>();

  MethodContradictions(KnownSettings known) {
    this.known = known;
    settings = known.settings();
  }

  List<Problem> find() {
    requireLength(
        RegularisationSettings.INSTANCE_NOISE, RegularisationSettings.INSTANCE_NOISE_STEPS);
    requireRates();
    if (known.knows(GeneralSettings.LOSS)) {
      AdversarialLoss loss = Losses.byName(settings.get(GeneralSettings.LOSS)).orElseThrow();
      requireBound(loss);
      requirePairs(loss);
      requireLabels(loss);
    }
    firstPenalty().ifPresent(this::requireGradient);
    requirePacks(GeneralSettings.BATCH_SIZE);
    requirePacks(GeneralSettings.GENERATOR_BATCH_SIZE);
    requireOneClass();
    return problems;
  }

  private void requireRates() {
    if (!known.knows(OptimizerSettings.RATE_SCHEDULE)
        || settings.get(OptimizerSettings.RATE_SCHEDULE) == RateSchedule.Kind.CONSTANT) {
      return;
    }
    requireLength(OptimizerSettings.RATE_SCHEDULE, OptimizerSettings.RATE_STEPS);
    Integer steps = settings.find(OptimizerSettings.RATE_STEPS);
    if (steps != null
        && known.knows(OptimizerSettings.RATE_STEPS, OptimizerSettings.RATE_WARM_UP)
        && steps <= settings.get(OptimizerSettings.RATE_WARM_UP)) {
      refuse(
          OptimizerSettings.RATE_STEPS,
          "must be above %s, was %s"
              .formatted(
                  known.named(OptimizerSettings.RATE_WARM_UP), Objects.requireNonNull(steps)));
    }
  }

  private void requireLength(SingleSetting<?> setting, SingleSetting<Integer> length) {
    if (known.knows(setting, length) && known.isSet(setting) && !known.isSet(length)) {
      refuse(
          setting,
          "%s needs %s, which is not given: %s"
              .formatted(known.text(setting), length, length.description()));
    }
  }

  private void requireBound(AdversarialLoss loss) {
    SingleSetting<?>[] bounds = {
      RegularisationSettings.WGAN_GP,
      RegularisationSettings.DRAGAN,
      RegularisationSettings.R1,
      RegularisationSettings.R2,
      RegularisationSettings.CLIP_WEIGHTS
    };
    SingleSetting<Boolean> spectral = NetworkSettings.SPECTRAL_NORM.of(Player.DISCRIMINATOR);
    if (loss.unbounded()
        && known.knows(bounds)
        && known.knows(spectral)
        && !settings.get(spectral)
        && Stream.of(bounds).noneMatch(known::isSet)) {
      refuse(
          GeneralSettings.LOSS,
          loss.name()
              + " needs a bound on the discriminator's slope, without which it has no minimum: set"
              + " wgan-gp to 10, clip-weights to 0.01, or discriminator-spectral-norm");
    }
  }

  private void requirePairs(AdversarialLoss loss) {
    Integer size = settings.find(GeneralSettings.GENERATOR_BATCH_SIZE);
    if (loss.pairs()
        && size != null
        && known.knows(GeneralSettings.BATCH_SIZE, GeneralSettings.GENERATOR_BATCH_SIZE)
        && !size.equals(settings.get(GeneralSettings.BATCH_SIZE))) {
      refuse(
          GeneralSettings.GENERATOR_BATCH_SIZE,
          "must be auto while %s, which compares generated with real images, was %s"
              .formatted(known.describe(GeneralSettings.LOSS), Objects.requireNonNull(size)));
    }
  }

  private void requireLabels(AdversarialLoss loss) {
    if (!known.knows(RegularisationSettings.REAL_LABEL, RegularisationSettings.FAKE_LABEL)) {
      return;
    }
    try {
      AdversarialLoss unused =
          loss.withLabels(
              settings.get(RegularisationSettings.REAL_LABEL),
              settings.get(RegularisationSettings.FAKE_LABEL));
    } catch (IllegalArgumentException e) {
      requireLabel(RegularisationSettings.REAL_LABEL, 1);
      requireLabel(RegularisationSettings.FAKE_LABEL, 0);
    }
  }

  private void requireLabel(SingleSetting<Double> label, int truth) {
    if (settings.get(label) != truth) {
      refuse(
          label,
          "must be %s while %s, which knows no labels, was %s"
              .formatted(truth, known.describe(GeneralSettings.LOSS), known.text(label)));
    }
  }

  private Optional<SingleSetting<Double>> firstPenalty() {
    return Stream.of(GradientPenalty.Kind.values())
        .map(RegularisationSettings::penalty)
        .filter(penalty -> known.knows(penalty) && known.isSet(penalty))
        .findFirst();
  }

  /** The gradient by an image must be that image's alone, and have a closed form. */
  private void requireGradient(SingleSetting<Double> penalty) {
    SingleSetting<Boolean> norm = NetworkSettings.BATCH_NORM.of(Player.DISCRIMINATOR);
    for (SingleSetting<Boolean> shared :
        List.of(norm, RegularisationSettings.MINIBATCH_DEVIATION)) {
      if (known.knows(shared) && settings.get(shared)) {
        refuse(
            penalty,
            "must be none while %s, with which an image's gradient depends on the whole batch,"
                    .formatted(known.describe(shared))
                + " was "
                + known.text(penalty));
      }
    }
    SingleSetting<Activation.Kind> activation = NetworkSettings.ACTIVATION.of(Player.DISCRIMINATOR);
    if (known.knows(activation) && !new Activation(settings.get(activation), 0).piecewiseLinear()) {
      refuse(
          penalty,
          "must be none while %s, was %s: it needs relu, leaky-relu or linear"
              .formatted(known.describe(activation), known.text(penalty)));
    }
  }

  private void requirePacks(SingleSetting<Integer> size) {
    Integer batch = settings.find(size);
    if (batch == null
        || !known.knows(
            size, RegularisationSettings.PACKING, RegularisationSettings.MINIBATCH_DEVIATION)) {
      return;
    }
    int packing = settings.get(RegularisationSettings.PACKING);
    if (batch % packing != 0) {
      refuse(
          size,
          "must be a multiple of %s, was %s"
              .formatted(
                  known.named(RegularisationSettings.PACKING), Objects.requireNonNull(batch)));
    } else if (settings.get(RegularisationSettings.MINIBATCH_DEVIATION) && batch < 2 * packing) {
      refuse(
          size,
          "must be at least %s while %s%s, was %s"
              .formatted(
                  2 * packing,
                  known.describe(RegularisationSettings.MINIBATCH_DEVIATION),
                  packing == 1 ? "" : " and " + known.describe(RegularisationSettings.PACKING),
                  Objects.requireNonNull(batch)));
    }
  }

  private void requireOneClass() {
    if (known.knows(RegularisationSettings.PACKING, GeneralSettings.CONDITIONAL)
        && known.isSet(GeneralSettings.CONDITIONAL)
        && settings.get(RegularisationSettings.PACKING) > 1) {
      refuse(
          RegularisationSettings.PACKING,
          "must be 1 while %s, as it joins images of different classes, was %s"
              .formatted(
                  known.describe(GeneralSettings.CONDITIONAL),
                  known.text(RegularisationSettings.PACKING)));
    }
  }

  private void refuse(SingleSetting<?> setting, String text) {
    problems.add(known.problem(setting, text));
  }
}
