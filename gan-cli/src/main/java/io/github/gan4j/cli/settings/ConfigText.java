package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes settings as YAML, so that they can be read again. */
public final class ConfigText {
  /** They say where a run left its files; another run needs another place. */
  private static final Set<Setting<?>> PLACES = Set.of(OutputSettings.OUT, OutputSettings.LOG_FILE);

  private static final Pattern PLAIN =
      Pattern.compile("(?!null$)-?[A-Za-z0-9_./][A-Za-z0-9_./+-]*");

  private ConfigText() {}

  /**
   * Returns all settings in the table's order. A setting that is unset, or says where a run left
   * its files, stands in a comment.
   *
   * @param header lines of a comment to stand before
   */
  public static String of(RunSettings settings, List<String> header) {
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append("# ").append(line).append('\n'));
    for (Section section : Section.values()) {
      text.append("\n# ").append(section.title()).append('\n');
      for (Setting<?> setting : Settings.of(section)) {
        append(text, setting, settings.values());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Setting<?> setting, Values values) {
    if (setting instanceof SingleSetting<?> single) {
      append(text, single, values);
    } else if (setting instanceof PlayersSetting<?> players) {
      append(text, players, values);
    }
  }

  private static <T> void append(StringBuilder text, SingleSetting<T> setting, Values values) {
    T value = setting.find(values);
    if (!setting.applies(values)) {
      return;
    }
    if (value != null) {
      String comment = PLACES.contains(setting) ? "# " : "";
      line(text, comment + setting.name(), yaml(setting.type(), value));
    } else if (setting.unsetWord() != null) {
      line(text, setting.name(), setting.unsetWord());
    } else {
      text.append("# ").append(setting.name()).append(": not set, so ");
      text.append(setting.unsetMeaning()).append('\n');
    }
  }

  private static <T> void append(StringBuilder text, PlayersSetting<T> setting, Values values) {
    T value = setting.find(values);
    boolean both = setting.parts().stream().allMatch(part -> part.applies(values));
    if (both && value != null) {
      line(text, setting.name(), yaml(setting.type(), value));
    } else {
      setting.parts().forEach(part -> append(text, part, values));
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private static <T> String yaml(Type<T> type, T value) {
    String text = type.format(value);
    if (type.takesList() && value instanceof List<?> list && list.size() != 1) {
      return list.isEmpty() ? "[]" : "[" + text.replace(",", ", ") + "]";
    }
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
