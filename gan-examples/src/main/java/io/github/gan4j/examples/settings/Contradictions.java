package io.github.gan4j.examples.settings;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.examples.data.DatasetKind;
import io.github.gan4j.examples.problem.Problem;
import io.github.gan4j.examples.settings.SingleSetting.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds settings that are each right but wrong together. */
final class Contradictions {
  private final RunSettings settings;
  private final List<Assignment<?>> assignments;
  private final Set<Setting<?>> broken = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param broken settings whose value is not known
   */
  Contradictions(RunSettings settings, List<Assignment<?>> assignments, Set<Setting<?>> broken) {
    this.settings = settings;
    this.assignments = assignments;
    for (Setting<?> setting : broken) {
      this.broken.addAll(setting.parts());
    }
  }

  List<Problem> find() {
    assignments.forEach(this::requireEffect);
    requireData();
    for (Player player : Player.values()) {
      requireBatch(Settings.BATCH_SIZE, player);
      requireBatch(Settings.GENERATOR_BATCH_SIZE, player);
    }
    requireReach();
    requireStates();
    if (problems.isEmpty() && broken.isEmpty()) {
      requireConfig();
    }
    return problems;
  }

  /** What was switched off by a later place may stand in an earlier one. */
  private void requireEffect(Assignment<?> assignment) {
    Setting<?> setting = assignment.setting();
    if (setting.matters(settings.values())) {
      return;
    }
    for (SingleSetting<?> part : setting.parts()) {
      SingleSetting<?> other = Objects.requireNonNull(part.condition()).setting();
      if (broken.contains(other) || assignment.origin().isBefore(settings.origin(other))) {
        return;
      }
    }
    Condition condition =
        Objects.requireNonNull(setting.parts().get(setting.parts().size() - 1).condition());
    SingleSetting<?> other = condition.setting();
    problems.add(
        assignment
            .origin()
            .problem(
                setting,
                "has no effect: %s is %s %s"
                    .formatted(other, text(other), settings.origin(other).inBrackets())));
  }

  private void requireData() {
    DatasetKind kind = settings.get(Settings.DATASET);
    if (kind.needsPath()
        && settings.find(Settings.DATA) == null
        && knows(Settings.DATASET, Settings.DATA)) {
      problems.add(
          settings
              .origin(Settings.DATASET)
              .problem(
                  Settings.DATASET,
                  "%s needs data, the %s of images, which is not given"
                      .formatted(
                          text(Settings.DATASET), kind == DatasetKind.IDX ? "file" : "folder")));
    }
  }

  /** A batch of one has no variance. */
  private void requireBatch(SingleSetting<Integer> size, Player player) {
    SingleSetting<Boolean> norm = Settings.BATCH_NORM.of(player);
    if (settings.get(norm) && Objects.equals(settings.find(size), 1) && knows(size, norm)) {
      problems.add(
          settings
              .origin(size)
              .problem(
                  size,
                  "must be at least 2 while %s is true %s, was 1"
                      .formatted(norm, settings.origin(norm).inBrackets())));
    }
  }

  /** The generator must be able to make black and white. */
  private void requireReach() {
    if (!knows(Settings.GENERATOR_OUTPUT, Settings.MEAN, Settings.STD)) {
      return;
    }
    Activation output = settings.generatorOutput();
    Normalization pixels = settings.normalization();
    if (!output.reaches(pixels)) {
      SingleSetting<?> last = lastGiven(Settings.GENERATOR_OUTPUT, Settings.MEAN, Settings.STD);
      problems.add(
          settings
              .origin(last)
              .problem(
                  last,
                  String.format(
                      Locale.ROOT,
                      "does not fit: mean %s and std %s take pixels to [%.4g, %.4g], which"
                          + " generator-output %s does not reach; set generator-output to linear",
                      pixels.mean(),
                      pixels.std(),
                      pixels.black(),
                      pixels.white(),
                      text(Settings.GENERATOR_OUTPUT))));
    }
  }

  /** A run can only go back to a state that was saved. */
  private void requireStates() {
    if (knows(Settings.ROLL_BACKS, Settings.CHECKPOINT_INTERVAL)
        && settings.get(Settings.ROLL_BACKS) > 0
        && settings.find(Settings.CHECKPOINT_INTERVAL) == null) {
      problems.add(
          settings
              .origin(Settings.ROLL_BACKS)
              .problem(
                  Settings.ROLL_BACKS,
                  "must be 0 while %s is none %s, was %d"
                      .formatted(
                          Settings.CHECKPOINT_INTERVAL,
                          settings.origin(Settings.CHECKPOINT_INTERVAL).inBrackets(),
                          settings.get(Settings.ROLL_BACKS))));
    }
  }

  private SingleSetting<?> lastGiven(SingleSetting<?>... all) {
    SingleSetting<?> last = all[0];
    for (SingleSetting<?> setting : all) {
      if (!settings.origin(setting).isBefore(settings.origin(last))) {
        last = setting;
      }
    }
    return last;
  }

  /** Whatever else the library refuses; its message begins with the field's name. */
  private void requireConfig() {
    try {
      settings.config();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int end = message.indexOf(' ');
      Optional<Setting<?>> setting =
          end < 0 ? Optional.empty() : Settings.named(hyphenated(message.substring(0, end)));
      problems.add(
          setting
              .map(
                  named ->
                      settings
                          .origin(named.parts().get(0))
                          .problem(named, message.substring(end + 1)))
              .orElseGet(() -> Problem.ofArguments(message)));
    }
  }

  private boolean knows(Setting<?>... all) {
    return List.of(all).stream().noneMatch(broken::contains);
  }

  private <T> String text(SingleSetting<T> setting) {
    return setting.type().format(settings.get(setting));
  }

  private static String hyphenated(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
