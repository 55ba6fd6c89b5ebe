package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.problem.Problem;
import io.github.gan4j.cli.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the settings of several places together, or tells all that is wrong with them. */
final class SettingsResolver {
  private final List<Assignment<?>> assignments = new ArrayList<>();
  private final Set<Setting<?>> broken = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  void read(Path file) {
    SettingsFile settings = SettingsFile.read(file);
    assignments.addAll(settings.assignments());
    broken.addAll(settings.broken());
    problems.addAll(settings.problems());
  }

  void read(Map<Setting<?>, String> flags) {
    flags.forEach(
        (setting, text) -> {
          try {
            assignments.add(Assignment.read(setting, text, Origin.FLAG));
          } catch (IllegalArgumentException e) {
            broken.add(setting);
            problems.add(Origin.FLAG.problem(setting, String.valueOf(e.getMessage())));
          }
        });
  }

  RunSettings resolve(@Nullable Recipe given) {
    Recipe recipe = given != null ? given : recipeOfFile();
    Values values = recipe == null ? Defaults.ofLibrary() : Defaults.of(recipe);
    Map<SingleSetting<?>, Origin> origins = new HashMap<>();
    // One place after the other; within a place, what is said for both players first.
    assignments.sort(
        Comparator.comparing((Assignment<?> assignment) -> assignment.origin().layer())
            .thenComparing(assignment -> assignment.setting() instanceof SingleSetting));
    for (Assignment<?> assignment : assignments) {
      if (assignment.setting() != GeneralSettings.RECIPE) {
        assignment.applyTo(values);
        for (SingleSetting<?> part : assignment.setting().parts()) {
          origins.put(part, assignment.origin());
        }
      }
    }
    RunSettings settings = new RunSettings(values, origins);
    // A recipe that could not be read would contradict by what it does not say.
    if (!broken.contains(GeneralSettings.RECIPE)) {
      problems.addAll(new Contradictions(settings, assignments, broken).find());
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(Problem::file).reversed().thenComparing(Problem::line));
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private @Nullable Recipe recipeOfFile() {
    Recipe recipe = null;
    for (Assignment<?> assignment : assignments) {
      if (assignment.setting() == GeneralSettings.RECIPE) {
        recipe = (Recipe) assignment.value();
      }
    }
    return recipe;
  }
}
