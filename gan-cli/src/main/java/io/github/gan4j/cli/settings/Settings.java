package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Player;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of all settings, by section and by name. Flags, keys of files, written files, help and
 * documentation come from it.
 */
public final class Settings {
  private static final List<Setting<?>> ALL =
      Stream.of(
              GeneralSettings.all(),
              DataSettings.all(),
              NetworkSettings.all(),
              OptimizerSettings.all(),
              RegularisationSettings.all(),
              OutputSettings.all())
          .<Setting<?>>flatMap(Collection::stream)
          .toList();
  private static final Map<String, Setting<?>> BY_NAME = byName();

  private Settings() {}

  /** Returns all settings in their order; those of both players without the players' own. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /** Returns the settings of a section in their order. */
  public static List<Setting<?>> of(Section section) {
    return ALL.stream().filter(setting -> setting.section() == section).toList();
  }

  /** Returns all settings by name, the players' own after those of both. */
  public static Map<String, Setting<?>> named() {
    return Collections.unmodifiableMap(BY_NAME);
  }

  /** Returns the setting of that name, if there is one. */
  public static Optional<Setting<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Setting<?>> byName() {
    Map<String, Setting<?>> byName = new LinkedHashMap<>();
    for (Setting<?> setting : ALL) {
      byName.put(setting.name(), setting);
      if (setting instanceof PlayersSetting<?> players) {
        byName.put(players.of(Player.GENERATOR).name(), players.of(Player.GENERATOR));
        byName.put(players.of(Player.DISCRIMINATOR).name(), players.of(Player.DISCRIMINATOR));
      }
    }
    return byName;
  }
}
