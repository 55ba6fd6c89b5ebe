package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run's settings, of which the values of some could not be read. */
final class KnownSettings {
  private final RunSettings settings;
  private final Set<Setting<?>> broken = new HashSet<>();

  /**
   * Makes one.
   *
   * @param broken settings whose value is not known
   */
  KnownSettings(RunSettings settings, Set<Setting<?>> broken) {
    this.settings = settings;
    for (Setting<?> setting : broken) {
      this.broken.addAll(setting.parts());
    }
  }

  /** Adds a setting whose value is not known. */
  void add(SingleSetting<?> setting) {
    broken.add(setting);
  }

  boolean knows(Setting<?>... all) {
    return List.of(all).stream().noneMatch(broken::contains);
  }

  boolean isSet(SingleSetting<?> setting) {
    return settings.find(setting) != null;
  }

  /** Returns the value as it is written; the word for it if there is none. */
  <T> String text(SingleSetting<T> setting) {
    T value = settings.find(setting);
    return value == null ? String.valueOf(setting.unsetWord()) : setting.type().format(value);
  }

  /** Returns "NAME is VALUE (ORIGIN)". */
  String described(SingleSetting<?> setting) {
    return setting + " is " + value(setting);
  }

  private String value(SingleSetting<?> setting) {
    return text(setting) + " " + settings.origin(setting).inBrackets();
  }

  /** Returns the one that was given last. */
  SingleSetting<?> last(List<SingleSetting<?>> all) {
    SingleSetting<?> last = all.get(0);
    for (SingleSetting<?> setting : all) {
      if (!settings.origin(setting).isBefore(settings.origin(last))) {
        last = setting;
      }
    }
    return last;
  }

  /** Returns a problem with a setting; the text follows its name. */
  Problem problem(SingleSetting<?> setting, String text) {
    return settings.origin(setting).problem(setting, text);
  }
}
