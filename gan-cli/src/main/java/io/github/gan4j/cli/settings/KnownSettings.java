package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run's settings, some of whose values could not be read, and how to tell of them. */
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

  RunSettings settings() {
    return settings;
  }

  boolean isComplete() {
    return broken.isEmpty();
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
  String describe(SingleSetting<?> setting) {
    return setting + " is " + value(setting);
  }

  /** Returns "NAME, VALUE (ORIGIN)". */
  String named(SingleSetting<?> setting) {
    return setting + ", " + value(setting);
  }

  private String value(SingleSetting<?> setting) {
    return text(setting) + " " + settings.origin(setting).inBrackets();
  }

  /** Returns the one that was given last. */
  SingleSetting<?> last(SingleSetting<?>... all) {
    SingleSetting<?> last = all[0];
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
