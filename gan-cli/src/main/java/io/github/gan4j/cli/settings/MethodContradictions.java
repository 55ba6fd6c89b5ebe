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
    requireLength(Settings.INSTANCE_NOISE, Settings.INSTANCE_NOISE_STEPS);
    requireRates();
    if (known.knows(Settings.LOSS)) {
      AdversarialLoss loss = Losses.byName(settings.get(Settings.LOSS)).orElseThrow();
      requireBound(loss);
      requirePairs(loss);
      requireLabels(loss);
    }
    firstPenalty().ifPresent(this::requireGradient);
    requirePacks(Settings.BATCH_SIZE);
    requirePacks(Settings.GENERATOR_BATCH_SIZE);
    requireOneClass();
    return problems;
  }

  private void requireRates() {
    if (!known.knows(Settings.RATE_SCHEDULE)
        || settings.get(Settings.RATE_SCHEDULE) == RateSchedule.Kind.CONSTANT) {
      return;
    }
    requireLength(Settings.RATE_SCHEDULE, Settings.RATE_STEPS);
    Integer steps = settings.find(Settings.RATE_STEPS);
    if (steps != null
        && known.knows(Settings.RATE_STEPS, Settings.RATE_WARM_UP)
        && steps <= settings.get(Settings.RATE_WARM_UP)) {
      refuse(
          Settings.RATE_STEPS,
          "must be above %s, was %s"
              .formatted(known.named(Settings.RATE_WARM_UP), Objects.requireNonNull(steps)));
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
      Settings.WGAN_GP, Settings.DRAGAN, Settings.R1, Settings.R2, Settings.CLIP_WEIGHTS
    };
    SingleSetting<Boolean> spectral = Settings.SPECTRAL_NORM.of(Player.DISCRIMINATOR);
    if (loss.unbounded()
        && known.knows(bounds)
        && known.knows(spectral)
        && !settings.get(spectral)
        && Stream.of(bounds).noneMatch(known::isSet)) {
      refuse(
          Settings.LOSS,
          loss.name()
              + " needs a bound on the discriminator's slope, without which it has no minimum: set"
              + " wgan-gp to 10, clip-weights to 0.01, or discriminator-spectral-norm");
    }
  }

  private void requirePairs(AdversarialLoss loss) {
    Integer size = settings.find(Settings.GENERATOR_BATCH_SIZE);
    if (loss.pairs()
        && size != null
        && known.knows(Settings.BATCH_SIZE, Settings.GENERATOR_BATCH_SIZE)
        && !size.equals(settings.get(Settings.BATCH_SIZE))) {
      refuse(
          Settings.GENERATOR_BATCH_SIZE,
          "must be auto while %s, which compares generated with real images, was %s"
              .formatted(known.told(Settings.LOSS), Objects.requireNonNull(size)));
    }
  }

  private void requireLabels(AdversarialLoss loss) {
    if (!known.knows(Settings.REAL_LABEL, Settings.FAKE_LABEL)) {
      return;
    }
    try {
      AdversarialLoss unused =
          loss.withLabels(settings.get(Settings.REAL_LABEL), settings.get(Settings.FAKE_LABEL));
    } catch (IllegalArgumentException e) {
      requireLabel(Settings.REAL_LABEL, 1);
      requireLabel(Settings.FAKE_LABEL, 0);
    }
  }

  private void requireLabel(SingleSetting<Double> label, int truth) {
    if (settings.get(label) != truth) {
      refuse(
          label,
          "must be %s while %s, which knows no labels, was %s"
              .formatted(truth, known.told(Settings.LOSS), known.text(label)));
    }
  }

  private Optional<SingleSetting<Double>> firstPenalty() {
    return Stream.of(GradientPenalty.Kind.values())
        .map(Settings::penalty)
        .filter(penalty -> known.knows(penalty) && known.isSet(penalty))
        .findFirst();
  }

  /** The gradient by an image must be that image's alone, and have a closed form. */
  private void requireGradient(SingleSetting<Double> penalty) {
    SingleSetting<Boolean> norm = Settings.BATCH_NORM.of(Player.DISCRIMINATOR);
    for (SingleSetting<Boolean> shared : List.of(norm, Settings.MINIBATCH_DEVIATION)) {
      if (known.knows(shared) && settings.get(shared)) {
        refuse(
            penalty,
            "must be none while %s, with which an image's gradient depends on the whole batch,"
                    .formatted(known.told(shared))
                + " was "
                + known.text(penalty));
      }
    }
    SingleSetting<Activation.Kind> activation = Settings.ACTIVATION.of(Player.DISCRIMINATOR);
    if (known.knows(activation) && !new Activation(settings.get(activation), 0).piecewiseLinear()) {
      refuse(
          penalty,
          "must be none while %s, was %s: it needs relu, leaky-relu or linear"
              .formatted(known.told(activation), known.text(penalty)));
    }
  }

  private void requirePacks(SingleSetting<Integer> size) {
    Integer batch = settings.find(size);
    if (batch == null || !known.knows(size, Settings.PACKING, Settings.MINIBATCH_DEVIATION)) {
      return;
    }
    int packing = settings.get(Settings.PACKING);
    if (batch % packing != 0) {
      refuse(
          size,
          "must be a multiple of %s, was %s"
              .formatted(known.named(Settings.PACKING), Objects.requireNonNull(batch)));
    } else if (settings.get(Settings.MINIBATCH_DEVIATION) && batch < 2 * packing) {
      refuse(
          size,
          "must be at least %s while %s%s, was %s"
              .formatted(
                  2 * packing,
                  known.told(Settings.MINIBATCH_DEVIATION),
                  packing == 1 ? "" : " and " + known.told(Settings.PACKING),
                  Objects.requireNonNull(batch)));
    }
  }

  private void requireOneClass() {
    if (known.knows(Settings.PACKING, Settings.CONDITIONAL)
        && known.isSet(Settings.CONDITIONAL)
        && settings.get(Settings.PACKING) > 1) {
      refuse(
          Settings.PACKING,
          "must be 1 while %s, as it joins images of different classes, was %s"
              .formatted(known.told(Settings.CONDITIONAL), known.text(Settings.PACKING)));
    }
  }

  private void refuse(SingleSetting<?> setting, String text) {
    problems.add(known.problem(setting, text));
  }
}
