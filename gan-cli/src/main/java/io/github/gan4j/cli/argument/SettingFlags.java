package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.settings.DefaultText;
import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.Section;
import io.github.gan4j.cli.settings.Setting;
import io.github.gan4j.cli.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Makes a flag of each setting, and shows them in sections. */
public final class SettingFlags {
  private static final String SWITCH = "true";

  private SettingFlags() {}

  /** Adds the flags to a command, and their sections to its help. */
  public static void addTo(CommandLine command) {
    for (Setting<?> setting : Settings.named().values()) {
      if (setting != GeneralSettings.RECIPE) {
        command.getCommandSpec().addOption(option(setting, described(setting)));
      }
    }
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, SettingFlags::listed);
  }

  /** Returns the settings that were given, in the table's order, each as it was written. */
  public static Map<Setting<?>, String> in(ParseResult result) {
    Map<Setting<?>, String> given = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.named().values()) {
      OptionSpec option = result.matchedOption(flag(setting));
      if (option != null) {
        Object value = option.getValue();
        given.put(setting, value.toString());
      }
    }
    return given;
  }

  public static String flag(Setting<?> setting) {
    return "--" + setting.name();
  }

  /** Returns a flag of a setting. */
  public static OptionSpec option(Setting<?> setting, String description) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag(setting))
            .paramLabel(setting.type().label())
            .description(description.replace("%", "%%"));
    if (setting.isSwitch()) {
      return option.type(Boolean.class).arity("0..1").fallbackValue(SWITCH).negatable(true).build();
    }
    List<String> words = setting.words();
    if (!words.isEmpty()) {
      option.completionCandidates(words);
    }
    return option.type(setting.isPath() ? Path.class : String.class).arity("1").build();
  }

  /** Returns a description with the names of all values, if they have names. */
  public static String withNames(String description, Setting<?> setting) {
    List<String> names = setting.type().names();
    return names.isEmpty() ? description : description + ": " + String.join(", ", names);
  }

  private static String described(Setting<?> setting) {
    return "%s (default: %s)"
        .formatted(withNames(setting.description(), setting), DefaultText.of(setting));
  }

  /** Shows a player's own flags by one line at the section's head. */
  private static String listed(Help help) {
    CommandSpec command = help.commandSpec();
    List<OptionSpec> others = new ArrayList<>(command.options());
    others.removeIf(option -> Settings.named(option.longestName().substring(2)).isPresent());
    StringBuilder text = new StringBuilder(layout(help, others));
    for (Section section : Section.values()) {
      text.append(help.colorScheme().ansi().string("%n@|bold %s|@%n".formatted(section.title())));
      if (section.forEachPlayer()) {
        text.append("For one player, put generator- or discriminator- before the name:\n");
      }
      List<OptionSpec> options = new ArrayList<>();
      for (Setting<?> setting : Settings.of(section)) {
        OptionSpec option = command.findOption(flag(setting));
        if (option != null) {
          options.add(option);
        }
      }
      text.append(layout(help, options));
    }
    return text.toString();
  }

  private static String layout(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.parameterLabelRenderer());
    return layout.toString();
  }
}
