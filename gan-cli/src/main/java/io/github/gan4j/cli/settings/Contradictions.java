package io.github.gan4j.cli.settings;

import static java.util.stream.Collectors.joining;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.problem.Problem;
import io.github.gan4j.cli.settings.SingleSetting.Condition;
import io.github.gan4j.config.ConfigField;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanConfigValidator;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    requireStates();
    requireLength(
        RegularisationSettings.INSTANCE_NOISE, RegularisationSettings.INSTANCE_NOISE_STEPS);
    if (settings.get(OptimizerSettings.RATE_SCHEDULE) != RateSchedule.Kind.CONSTANT) {
      requireLength(OptimizerSettings.RATE_SCHEDULE, OptimizerSettings.RATE_STEPS);
    }
    requireValidConfig();
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
                        ? known.described(others.get(0))
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

  /** A run can only go back to a state that was saved. */
  private void requireStates() {
    if (known.knows(GeneralSettings.ROLL_BACKS, OutputSettings.CHECKPOINT_INTERVAL)
        && settings.get(GeneralSettings.ROLL_BACKS) > 0
        && !known.isSet(OutputSettings.CHECKPOINT_INTERVAL)) {
      refuse(
          GeneralSettings.ROLL_BACKS,
          "must be 0 while %s, was %s"
              .formatted(
                  known.described(OutputSettings.CHECKPOINT_INTERVAL),
                  settings.get(GeneralSettings.ROLL_BACKS)));
    }
  }

  private void requireLength(SingleSetting<?> setting, SingleSetting<Integer> length) {
    if (known.knows(setting, length) && known.isSet(setting) && !known.isSet(length)) {
      refuse(
          setting,
          "%s needs %s, which is not given: %s"
              .formatted(known.text(setting), length, length.description()));
      known.add(length);
    }
  }

  /** What the library refuses, unless it rests on a value that could not be read. */
  private void requireValidConfig() {
    GanConfig config = settings.config(CLASSES);
    ConfigWording wording = new WordingWithOrigins(settings);
    for (Violation violation : GanConfigValidator.validate(config).violations()) {
      List<SingleSetting<?>> rests =
          violation.fields().stream().flatMap(field -> SettingFields.of(field).stream()).toList();
      if (rests.stream().allMatch(known::knows)) {
        SingleSetting<?> refused = SettingFields.of(violation.field()).orElseThrow();
        problems.add(place(refused, rests).problem(refused, violation.predicate(config, wording)));
      }
    }
  }

  /** Where the refused value was written, or, if nowhere, what was written last. */
  private Origin place(SingleSetting<?> refused, List<SingleSetting<?>> rests) {
    Origin own = settings.origin(refused);
    return own.isWritten() ? own : settings.origin(known.last(rests));
  }

  private void refuse(SingleSetting<?> setting, String text) {
    problems.add(known.problem(setting, text));
  }

  /** Says of each value where it was written. */
  private static final class WordingWithOrigins extends SettingWording {
    private final RunSettings settings;

    WordingWithOrigins(RunSettings settings) {
      this.settings = settings;
    }

    @Override
    public String state(GanConfig config, ConfigField field) {
      return super.state(config, field)
          + SettingFields.of(field)
              .map(setting -> " " + settings.origin(setting).inBrackets())
              .orElse("");
    }
  }
}
