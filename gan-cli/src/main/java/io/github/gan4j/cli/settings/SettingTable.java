package io.github.gan4j.cli.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Settings in the order in which they were added. */
final class SettingTable {
  private final List<Setting<?>> settings = new ArrayList<>();

  <S extends Setting<?>> S add(S setting) {
    settings.add(setting);
    return setting;
  }

  List<Setting<?>> settings() {
    return Collections.unmodifiableList(settings);
  }
}
