package io.github.gan4j.cli.settings;

import static java.util.stream.Collectors.joining;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.problem.Problem;
import io.github.gan4j.cli.settings.SingleSetting.Condition;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds settings that are each right but wrong together. */
final class Contradictions {
  /** Whatever the data: the checks do not depend on it. */
  private static final int CLASSES = 2;

  private final KnownSettings known;
  private final RunSettings settings;
  private final List<Assignment<?>> assignments;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param broken settings whose value is not known
   */
  Contradictions(RunSettings settings, List<Assignment<?>> assignments, Set<Setting<?>> broken) {
    known = new KnownSettings(settings, broken);
    this.settings = settings;
    this.assignments = assignments;
  }

  List<Problem> find() {
    assignments.forEach(this::requireEffect);
    requireData();
    for (Player player : Player.values()) {
      requireBatch(GeneralSettings.BATCH_SIZE, player);
      requireBatch(GeneralSettings.GENERATOR_BATCH_SIZE, player);
    }
    requireReach();
    requireStates();
    problems.addAll(new MethodContradictions(known).find());
    if (problems.isEmpty() && known.isComplete()) {
      requireConfig();
    }
    return problems;
  }

  /** What was switched off by a later place may stand in an earlier one. */
  private void requireEffect(Assignment<?> assignment) {
    Setting<?> setting = assignment.setting();
    if (setting.applies(settings.values())) {
      return;
    }
    for (SingleSetting<?> part : setting.parts()) {
      for (SingleSetting<?> other : condition(part).settings()) {
        if (!known.knows(other) || assignment.origin().isBefore(settings.origin(other))) {
          return;
        }
      }
    }
    List<SingleSetting<?>> others =
        condition(setting.parts().get(setting.parts().size() - 1)).settings();
    problems.add(
        assignment
            .origin()
            .problem(
                setting,
                "has no effect: "
                    + (others.size() == 1
                        ? known.describe(others.get(0))
                        : others.stream().map(Setting::name).collect(joining(", "))
                            + " are all none")));
  }

  private static Condition condition(SingleSetting<?> setting) {
    return Objects.requireNonNull(setting.condition());
  }

  private void requireData() {
    DatasetKind kind = settings.get(DataSettings.DATASET);
    if (kind.needsPath()
        && settings.find(DataSettings.DATA) == null
        && known.knows(DataSettings.DATASET, DataSettings.DATA)) {
      refuse(
          DataSettings.DATASET,
          "%s needs data, the %s of images, which is not given"
              .formatted(
                  known.text(DataSettings.DATASET), kind == DatasetKind.IDX ? "file" : "folder"));
    }
  }

  /** A batch of one has no variance. */
  private void requireBatch(SingleSetting<Integer> size, Player player) {
    SingleSetting<Boolean> norm = NetworkSettings.BATCH_NORM.of(player);
    if (settings.get(norm) && Objects.equals(settings.find(size), 1) && known.knows(size, norm)) {
      refuse(size, "must be at least 2 while %s, was 1".formatted(known.describe(norm)));
    }
  }

  /** The generator must be able to make black and white. */
  private void requireReach() {
    if (!known.knows(NetworkSettings.GENERATOR_OUTPUT, DataSettings.MEAN, DataSettings.STD)) {
      return;
    }
    Activation output = settings.generatorOutput();
    Normalization pixels = settings.normalization();
    if (!output.reaches(pixels)) {
      refuse(
          known.last(NetworkSettings.GENERATOR_OUTPUT, DataSettings.MEAN, DataSettings.STD),
          String.format(
              Locale.ROOT,
              "does not fit: mean %s and std %s take pixels to [%.4g, %.4g], which"
                  + " generator-output %s does not reach; set generator-output to linear",
              pixels.mean(),
              pixels.std(),
              pixels.black(),
              pixels.white(),
              known.text(NetworkSettings.GENERATOR_OUTPUT)));
    }
  }

  /** A run can only go back to a state that was saved. */
  private void requireStates() {
    if (known.knows(GeneralSettings.ROLL_BACKS, OutputSettings.CHECKPOINT_INTERVAL)
        && settings.get(GeneralSettings.ROLL_BACKS) > 0
        && !known.isSet(OutputSettings.CHECKPOINT_INTERVAL)) {
      refuse(
          GeneralSettings.ROLL_BACKS,
          "must be 0 while %s, was %s"
              .formatted(
                  known.describe(OutputSettings.CHECKPOINT_INTERVAL),
                  settings.get(GeneralSettings.ROLL_BACKS)));
    }
  }

  /** Whatever else the library refuses; its message begins with the field's name. */
  private void requireConfig() {
    try {
      GanConfig unused = settings.config(CLASSES);
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

  private void refuse(SingleSetting<?> setting, String text) {
    problems.add(known.problem(setting, text));
  }

  private static String hyphenated(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
