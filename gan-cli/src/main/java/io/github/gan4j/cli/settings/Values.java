package io.github.gan4j.cli.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each setting is. */
public final class Values {
  private final Map<SingleSetting<?>, Object> values = new HashMap<>();

  Values() {}

  Values(Values all) {
    values.putAll(all.values);
  }

  /** Returns a setting's value; null if it is unset. */
  @SuppressWarnings("unchecked") // Only put() puts.
  public <T> @Nullable T find(SingleSetting<T> setting) {
    return (T) values.get(setting);
  }

  /** Returns the value of a setting that is never unset. */
  public <T> T get(SingleSetting<T> setting) {
    return Objects.requireNonNull(find(setting), setting.name());
  }

  <T> void put(SingleSetting<T> setting, @Nullable T value) {
    if (value == null) {
      values.remove(setting);
    } else {
      values.put(setting, value);
    }
  }
}
