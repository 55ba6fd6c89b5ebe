package io.github.gan4j.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.gan4j.cli.settings.type.Type;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every setting in the table. */
class SettingsTest {
  /** A value of each type, by what the type wants, that is no default. */
  private static final List<String> OTHER_VALUES =
      List.of(
          "3",
          "4",
          "0.25",
          "5,7",
          "9x11",
          "17ep",
          "false",
          "true",
          "off",
          "0.75",
          "-1:0.5",
          "a/b c\"\\\n.txt");

  /** Settings that go together or not at all. */
  private static final Map<Setting<?>, Setting<?>> PAIRS =
      Map.of(
          OptimizerSettings.RATE_SCHEDULE, OptimizerSettings.RATE_STEPS,
          OptimizerSettings.RATE_STEPS, OptimizerSettings.RATE_SCHEDULE,
          RegularisationSettings.INSTANCE_NOISE, RegularisationSettings.INSTANCE_NOISE_STEPS,
          RegularisationSettings.INSTANCE_NOISE_STEPS, RegularisationSettings.INSTANCE_NOISE);

  @TempDir private Path folder;

  static List<Setting<?>> settings() {
    return new ArrayList<>(Settings.named().values());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aValueThatIsGivenIsTheOneThatIsWritten(Setting<?> setting) throws IOException {
    Map<Setting<?>, String> given = given(setting, otherValue(setting));

    String text = text(RunSettings.resolve(null, null, given));

    assertThat(text).isNotEqualTo(text(RunSettings.resolve(null, null, without(given, setting))));
    Path file = Files.writeString(folder.resolve("config.yaml"), text);
    assertThat(text(RunSettings.resolve(null, file, places(given)))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aValueThatDecidesWhatIsComputedReachesTheConfiguration(Setting<?> setting) {
    List<Section> computed =
        List.of(
            Section.RUN,
            Section.GENERATOR,
            Section.NETWORKS,
            Section.OPTIMISER,
            Section.RATES,
            Section.REGULARISATION);
    boolean isOfTheRunAlone =
        List.of(
                GeneralSettings.MAX_STEPS,
                GeneralSettings.THREADS,
                GeneralSettings.KERNELS,
                GeneralSettings.ROLL_BACKS,
                GeneralSettings.ROLL_BACK_RATE)
            .contains(setting);
    Map<Setting<?>, String> given = given(setting, otherValue(setting));

    boolean changes =
        !RunSettings.resolve(null, null, given)
            .config(10)
            .equals(RunSettings.resolve(null, null, without(given, setting)).config(10));

    boolean isOfTheNetworks = List.of(DataSettings.MEAN, DataSettings.STD).contains(setting);
    assertThat(changes)
        .isEqualTo(isOfTheNetworks || (computed.contains(setting.section()) && !isOfTheRunAlone));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void hasADescriptionAndADefault(Setting<?> setting) {
    assertThat(setting.description()).isNotBlank().doesNotEndWith(".");
    assertThat(DefaultText.of(setting)).isNotBlank();
    assertThat(setting.name()).matches("[a-z][a-z0-9-]+");
  }

  @Test
  void theTableHasEveryConstantOnce() throws ReflectiveOperationException {
    List<Object> constants = new ArrayList<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Settings.class.getPackageName())) {
      for (Field field : found.reflect().getFields()) {
        if (Setting.class.isAssignableFrom(field.getType())) {
          constants.add(field.get(null));
        }
      }
    }

    assertThat(Settings.all()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    assertThat(constants).containsExactlyInAnyOrderElementsOf(new ArrayList<>(Settings.all()));
  }

  private static String otherValue(Setting<?> setting) {
    if (setting == NetworkSettings.GENERATOR_OUTPUT) {
      return "linear"; // The others cannot make black and white.
    }
    if (setting == RegularisationSettings.PACKING) {
      return "4"; // The batch is a multiple of it.
    }
    List<String> names = setting.type().names();
    List<String> candidates = new ArrayList<>(names);
    candidates.addAll(OTHER_VALUES);
    String byDefault = DefaultText.of(setting);
    for (String candidate : candidates) {
      if (!byDefault.contains(candidate) && isValue(setting.type(), candidate)) {
        return candidate;
      }
    }
    throw new AssertionError("no value for " + setting);
  }

  private static boolean isValue(Type<?> type, String text) {
    return type.parse(text) != null;
  }

  /** Returns settings that have this one matter. */
  private static Map<Setting<?>, String> given(Setting<?> setting, String value) {
    Map<Setting<?>, String> given = new LinkedHashMap<>();
    if (setting.name().contains("batch-norm-")) {
      given.put(NetworkSettings.BATCH_NORM, "true");
    }
    if (setting.name().endsWith("spectral-norm")) {
      given.put(NetworkSettings.BATCH_NORM, "false");
    }
    if (setting.name().endsWith("weight-decay")) {
      given.put(OptimizerSettings.OPTIMIZER, "adamw");
    }
    if (setting == DataSettings.MEAN || setting == DataSettings.STD) {
      given.put(NetworkSettings.GENERATOR_OUTPUT, "linear");
    }
    if (setting == DataSettings.CROP || setting == DataSettings.SKIP_BAD_FILES) {
      given.put(DataSettings.DATASET, "folder");
      given.put(DataSettings.DATA, "photos");
    }
    if (setting == DataSettings.VALUE_RANGE || setting == DataSettings.TRANSPOSE) {
      given.put(DataSettings.DATASET, "idx");
      given.put(DataSettings.DATA, "images");
    }
    if (setting == RegularisationSettings.PENALTY_INTERVAL) {
      given.put(RegularisationSettings.R1, "0.1");
    }
    if (setting == GeneralSettings.CLASS_WEIGHT) {
      given.put(GeneralSettings.CONDITIONAL, "auxiliary-classifier");
    }
    if (setting == OptimizerSettings.RATE_LAST || PAIRS.containsKey(setting)) {
      given.put(OptimizerSettings.RATE_SCHEDULE, "cosine");
      given.put(OptimizerSettings.RATE_STEPS, "500");
    }
    if (PAIRS.containsKey(setting)) {
      given.put(RegularisationSettings.INSTANCE_NOISE, "0.1");
      given.put(RegularisationSettings.INSTANCE_NOISE_STEPS, "500");
    }
    given.put(setting, value);
    return given;
  }

  private static Map<Setting<?>, String> without(
      Map<Setting<?>, String> given, Setting<?> setting) {
    Map<Setting<?>, String> without = new LinkedHashMap<>(given);
    without.remove(setting);
    without.remove(PAIRS.get(setting));
    return without;
  }

  /** Returns the settings that a written file leaves out. */
  private static Map<Setting<?>, String> places(Map<Setting<?>, String> given) {
    Map<Setting<?>, String> places = new LinkedHashMap<>(given);
    places.keySet().retainAll(List.of(OutputSettings.OUT, OutputSettings.LOG_FILE));
    return places;
  }

  private static String text(RunSettings settings) {
    return ConfigText.of(settings, List.of("header"));
  }
}
