package io.github.gan4j.examples.settings;

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
    requireEqualLengths();
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

  private void requireEqualLengths() {
    int means = settings.get(Settings.MEAN).size();
    int deviations = settings.get(Settings.STD).size();
    if (means > 1 && deviations > 1 && means != deviations && knows(Settings.MEAN, Settings.STD)) {
      problems.add(
          settings
              .origin(Settings.STD)
              .problem(
                  Settings.STD,
                  "must have as many numbers as mean, %d, has %d".formatted(means, deviations)));
    }
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
