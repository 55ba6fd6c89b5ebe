package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Nearest;
import io.github.gan4j.cli.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a YAML file says of settings.
 *
 * @param assignments what could be understood
 * @param broken the settings whose value could not
 * @param problems what is wrong
 */
record SettingsFile(
    List<Assignment<?>> assignments, Set<Setting<?>> broken, List<Problem> problems) {

  static SettingsFile read(Path file) {
    YamlMapping mapping = YamlMapping.read(file);
    SettingsFile settings =
        new SettingsFile(new ArrayList<>(), new HashSet<>(), new ArrayList<>(mapping.problems()));
    Map<String, Integer> lines = new HashMap<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      Integer first = lines.putIfAbsent(entry.key(), entry.line());
      if (first != null) {
        settings.problems.add(
            new Problem(
                file.toString(),
                entry.line(),
                "%s must be given once, was given in line %s".formatted(entry.key(), first)));
      } else {
        settings.add(file.toString(), entry);
      }
    }
    return settings;
  }

  private void add(String file, YamlMapping.Entry entry) {
    Setting<?> setting = Settings.named(entry.key()).orElse(null);
    if (setting == null) {
      problems.add(
          new Problem(
              file,
              entry.line(),
              "unknown setting %s%s"
                  .formatted(
                      entry.key(), Nearest.suggestion(entry.key(), Settings.named().keySet()))));
      return;
    }
    Origin origin = Origin.file(file, entry.line());
    try {
      assignments.add(Assignment.read(setting, text(setting, entry), origin));
    } catch (IllegalArgumentException e) {
      broken.add(setting);
      problems.add(origin.problem(setting, String.valueOf(e.getMessage())));
    }
  }

  private static String text(Setting<?> setting, YamlMapping.Entry entry) {
    List<String> values = entry.values();
    if (entry.isNull()) {
      throw new IllegalArgumentException("must have a value");
    }
    if (values == null) {
      throw new IllegalArgumentException(
          "must be %s, was %s"
              .formatted(setting.rule(), entry.isList() ? "a list of lists" : "a mapping"));
    }
    if (entry.isList() && !setting.type().takesList()) {
      throw new IllegalArgumentException("must be %s, was a list".formatted(setting.rule()));
    }
    return String.join(",", values);
  }
}
