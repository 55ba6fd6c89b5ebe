package io.github.gan4j.cli.settings;

import io.github.gan4j.config.ConfigChange;
import io.github.gan4j.config.ConfigField;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields by their settings' names, changes as flags of {@code train}, to be pasted behind it. */
public class SettingWording implements ConfigWording {

  /** Makes one. */
  public SettingWording() {}

  @Override
  public final String name(ConfigField field) {
    return SettingFields.of(field).map(Setting::name).orElse(field.shortName());
  }

  @Override
  public final String value(ConfigField field, @Nullable Object value) {
    Optional<SingleSetting<?>> setting = SettingFields.of(field);
    return setting.isEmpty() ? String.valueOf(value) : text(setting.get(), value);
  }

  /** A setting's type is that of its field's values, but for the size of whole numbers. */
  @SuppressWarnings("unchecked")
  private static <T> String text(SingleSetting<T> setting, @Nullable Object value) {
    if (value == null) {
      return Objects.requireNonNullElse(setting.unsetWord(), "none");
    }
    boolean isShorter = value instanceof Long && !setting.equals(GeneralSettings.SEED);
    return setting.type().format((T) (isShorter ? (Object) Math.toIntExact((Long) value) : value));
  }

  @Override
  public final String changes(GanConfig config, List<ConfigChange> changes) {
    List<ConfigChange> left = new ArrayList<>(changes);
    List<String> flags = new ArrayList<>();
    while (!left.isEmpty()) {
      ConfigChange change = left.remove(0);
      String name = name(change.field());
      Optional<PlayersSetting<?>> ofBoth = takeOther(change, left);
      flags.add(
          flag(
              ofBoth.map(Setting::name).orElse(name),
              value(change.field(), change.value()),
              change.value()));
    }
    return String.join(" ", flags);
  }

  private static String flag(String name, String text, @Nullable Object value) {
    if (value instanceof Boolean on) {
      return (on ? "--" : "--no-") + name;
    }
    return "--" + name + " " + text;
  }

  /** Takes the same change of the other player, if there is one, and returns what sets both. */
  private static Optional<PlayersSetting<?>> takeOther(
      ConfigChange change, List<ConfigChange> left) {
    if (change.field().player().isEmpty()) {
      return Optional.empty();
    }
    Optional<ConfigChange> same =
        left.stream().filter(candidate -> isOfTheOtherPlayer(candidate, change)).findFirst();
    Optional<PlayersSetting<?>> both = same.flatMap(unused -> ofBoth(change.field()));
    if (both.isPresent()) {
      left.remove(same.get());
    }
    return both;
  }

  private static boolean isOfTheOtherPlayer(ConfigChange candidate, ConfigChange change) {
    return candidate.field().player().isPresent()
        && candidate.field() != change.field()
        && candidate.field().shortName().equals(change.field().shortName())
        && Objects.equals(candidate.value(), change.value());
  }

  private static Optional<PlayersSetting<?>> ofBoth(ConfigField field) {
    SingleSetting<?> own = SettingFields.of(field).orElseThrow();
    for (Setting<?> setting : Settings.all()) {
      // What is mirrored is not the same for both.
      if (setting instanceof PlayersSetting<?> players
          && setting != NetworkSettings.HIDDEN
          && setting.parts().contains(own)) {
        return Optional.of(players);
      }
    }
    return Optional.empty();
  }
}
