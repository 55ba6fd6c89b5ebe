package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cli.settings.DefaultText;
import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.Section;
import io.github.gan4j.cli.settings.Setting;
import io.github.gan4j.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide shows the table of settings, and a file that can be read. */
class CommandLineGuideTest {
  private static final Path GUIDE =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/guide/command-line.md");
  private static final Pattern TABLES =
      Pattern.compile("(?s)<!-- settings -->\\n(.*)<!-- end of settings -->");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

  @TempDir private Path folder;

  @Test
  void showsTheTableOfSettings() throws IOException {
    StringBuilder expected = new StringBuilder();
    for (Section section : Section.values()) {
      append(expected, section);
    }

    Matcher tables = TABLES.matcher(Files.readString(GUIDE));

    assertThat(tables.find()).isTrue();
    assertThat(tables.group(1)).isEqualTo(expected.toString());
  }

  @Test
  void showsAFileThatCanBeRead() throws IOException {
    Matcher yaml = YAML.matcher(Files.readString(GUIDE));
    assertThat(yaml.find()).isTrue();
    Path file = Files.writeString(folder.resolve("run.yaml"), yaml.group(1));

    RunSettings settings = RunSettings.resolve(null, file, Map.of());

    assertThat(settings.find(GeneralSettings.RECIPE)).isNotNull();
  }

  private static void append(StringBuilder text, Section section) {
    text.append("\n### ").append(section.title()).append("\n\n");
    if (section.forEachPlayer()) {
      text.append("For one player, put `generator-` or `discriminator-` before the name.\n\n");
    }
    text.append("| setting | value | default | what it is |\n|---|---|---|---|\n");
    for (Setting<?> setting : Settings.of(section)) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(), setting.rule(), DefaultText.of(setting), setting.description()));
    }
  }
}
