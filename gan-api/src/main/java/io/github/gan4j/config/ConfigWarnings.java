package io.github.gan4j.config;

import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_BETA1;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_BETA2;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_DROPOUT;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_LEARNING_RATE;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_OPTIMIZER;
import static io.github.gan4j.config.ConfigField.DISCRIMINATOR_UPDATES_PER_STEP;
import static io.github.gan4j.config.ConfigField.FLIPPED_LABELS;
import static io.github.gan4j.config.ConfigField.GENERATOR_UPDATES_PER_STEP;
import static io.github.gan4j.config.ConfigField.LOSS;
import static io.github.gan4j.config.ConfigField.R1;
import static io.github.gan4j.config.ConfigField.WEIGHT_CLIP;

import io.github.gan4j.config.GradientPenalty.Kind;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What seldom goes well together, though it can be trained. */
final class ConfigWarnings {
  /** Above this share the discriminator learns little from labels. */
  private static final double MANY_FLIPS = 0.2;

  /** A usual weight of R1 and R2 for small images. */
  private static final double USUAL_ZERO_PENALTY = 0.1;

  private final GanConfig config;
  private final @Nullable AdversarialLoss loss;
  private final List<ConfigWarning> warnings = new ArrayList<>();

  ConfigWarnings(GanConfig config, @Nullable AdversarialLoss loss) {
    this.config = config;
    this.loss = loss;
  }

  List<ConfigWarning> find() {
    if (loss != null) {
      if (loss.saturates()) {
        warn(
            List.of(LOSS),
            "the generator gets hardly any gradient once the discriminator tells its images apart"
                + " (Goodfellow et al., 2014, arXiv:1406.2661), which the non-saturating loss"
                + " keeps",
            Cure.of(LOSS, Losses.nonSaturating().name()));
      }
      if (loss.unbounded()) {
        warnOfCritic();
      }
      if (loss.pairs()) {
        warnOfMissingPenalties();
      }
    }
    warnOfDropout();
    warnOfFlips();
    warnOfUpdates();
    return warnings;
  }

  private void warnOfCritic() {
    OptimizerConfig critic = config.discriminator().optimizer();
    if (config.objective().regularization().weightClip() != null && critic.beta1() > 0) {
      warn(
          List.of(LOSS, WEIGHT_CLIP, DISCRIMINATOR_OPTIMIZER, DISCRIMINATOR_BETA1),
          "clipped weights are at times unstable under an optimiser with momentum (Arjovsky et al.,"
              + " 2017, arXiv:1701.07875)",
          Cure.of(
              new ConfigChange(DISCRIMINATOR_OPTIMIZER, OptimizerConfig.Method.RMSPROP),
              new ConfigChange(DISCRIMINATOR_LEARNING_RATE, 5e-5),
              new ConfigChange(DISCRIMINATOR_BETA2, 0.99)),
          Cure.of(DISCRIMINATOR_BETA1, 0.0));
    }
    if (config.discriminator().updatesPerStep() == 1
        && critic.learningRate() <= config.generator().optimizer().learningRate()) {
      warn(
          List.of(LOSS, DISCRIMINATOR_UPDATES_PER_STEP),
          "the loss is a distance only to a discriminator that is close to its best, for which 5"
              + " updates a step are usual (Arjovsky et al., 2017, arXiv:1701.07875), or a higher"
              + " learning rate than the generator's",
          Cure.of(DISCRIMINATOR_UPDATES_PER_STEP, 5));
    }
  }

  private void warnOfMissingPenalties() {
    List<ConfigField> missing =
        Stream.of(Kind.R1, Kind.R2)
            .map(ConfigField::penalty)
            .filter(penalty -> penalty.value(config) == null)
            .toList();
    if (!missing.isEmpty()) {
      Object weight = R1.value(config) == null ? USUAL_ZERO_PENALTY : R1.value(config);
      List<ConfigField> fields = new ArrayList<>(List.of(LOSS));
      fields.addAll(missing);
      warn(
          fields,
          "losses of pairs converge with the penalties R1 and R2, and need not without (Huang et"
              + " al., 2024, arXiv:2501.05441)",
          new Cure(missing.stream().map(each -> new ConfigChange(each, weight)).toList()));
    }
  }

  private void warnOfDropout() {
    List<GradientPenalty> penalties = config.objective().regularization().penalties();
    if (config.discriminator().network().dropout() > 0 && !penalties.isEmpty()) {
      warn(
          List.of(DISCRIMINATOR_DROPOUT, ConfigField.penalty(penalties.get(0).kind())),
          "a gradient penalty sees another part of the discriminator each time while that has"
              + " dropout, and both hold it back",
          Cure.of(DISCRIMINATOR_DROPOUT, 0.0));
    }
  }

  private void warnOfFlips() {
    if (config.objective().regularization().labels().flipped() > MANY_FLIPS) {
      warn(
          List.of(FLIPPED_LABELS),
          "such labels teach the discriminator little, for with 0.5 they would teach nothing",
          Cure.of(FLIPPED_LABELS, MANY_FLIPS));
    }
  }

  private void warnOfUpdates() {
    int generator = config.generator().updatesPerStep();
    if (generator > config.discriminator().updatesPerStep()) {
      warn(
          List.of(GENERATOR_UPDATES_PER_STEP, DISCRIMINATOR_UPDATES_PER_STEP),
          "the generator is updated more often and trains against a discriminator that has not seen"
              + " what it makes by now",
          Cure.of(DISCRIMINATOR_UPDATES_PER_STEP, generator));
    }
  }

  private void warn(List<ConfigField> fields, String reason, Cure... cures) {
    warnings.add(new ConfigWarning(fields, reason, List.of(cures)));
  }
}
