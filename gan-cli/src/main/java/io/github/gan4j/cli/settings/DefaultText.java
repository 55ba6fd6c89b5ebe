package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Player;

/** Says what the library's defaults are. */
public final class DefaultText {
  private static final Values LIBRARY = Defaults.ofLibrary();

  private DefaultText() {}

  /** Returns a setting's default, or what it means that there is none. */
  public static String of(Setting<?> setting) {
    if (setting instanceof PlayersSetting<?> players) {
      return text(players);
    }
    return text((SingleSetting<?>) setting);
  }

  private static <T> String text(SingleSetting<T> setting) {
    T value = setting.find(LIBRARY);
    if (value != null) {
      return setting.type().format(value);
    }
    String word = setting.unsetWord();
    return word == null
        ? String.valueOf(setting.unsetMeaning())
        : word + ", " + setting.unsetMeaning();
  }

  private static <T> String text(PlayersSetting<T> setting) {
    T value = setting.find(LIBRARY);
    return value != null
        ? setting.type().format(value)
        : "generator %s, discriminator %s"
            .formatted(text(setting.of(Player.GENERATOR)), text(setting.of(Player.DISCRIMINATOR)));
  }
}
