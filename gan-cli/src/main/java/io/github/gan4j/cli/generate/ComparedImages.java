package io.github.gan4j.cli.generate;

import io.github.gan4j.cli.argument.SettingFlags;
import io.github.gan4j.cli.run.TrainingData;
import io.github.gan4j.cli.settings.DataSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.Section;
import io.github.gan4j.cli.settings.Setting;
import io.github.gan4j.cli.settings.Settings;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.GanException;
import io.github.gan4j.metrics.nearest.CopyCheck;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The real images that generated ones are compared with, named by the flags of {@code train}; what
 * a model was trained on is prepared as it was for training.
 *
 * @param given the flags' texts
 */
record ComparedImages(Map<Setting<?>, String> given) {
  /** What follows from the shape of the model's images, or is the networks' own. */
  private static final Set<Setting<?>> LEFT_OUT =
      Set.of(DataSettings.IMAGE_SIZE, DataSettings.CHANNELS, DataSettings.MEAN, DataSettings.STD);

  /** Adds the flags to a command. */
  static void addFlagsTo(CommandLine command) {
    for (Setting<?> setting : flagged()) {
      command
          .getCommandSpec()
          .addOption(
              SettingFlags.option(
                  setting,
                  SettingFlags.withNames(
                      setting == DataSettings.DATASET
                          ? "for --nearest, what the model was trained on"
                          : "for --dataset: " + setting.description(),
                      setting)));
    }
  }

  /** Returns what the flags name; null if none of them was given. */
  static @Nullable ComparedImages in(ParseResult result) {
    Map<Setting<?>, String> given = SettingFlags.in(result);
    // Other flags of the command have names of settings, too.
    given.keySet().retainAll(flagged());
    return given.isEmpty() ? null : new ComparedImages(given);
  }

  /** Returns whether the kind of data was given. */
  boolean named() {
    return given.containsKey(DataSettings.DATASET);
  }

  /** Returns the names of the flags that were given. */
  String flags() {
    return given.keySet().stream().map(SettingFlags::flag).collect(Collectors.joining(", "));
  }

  /**
   * Checks the flags.
   *
   * @throws io.github.gan4j.cli.problem.InvalidSettingsException if they are wrong
   */
  void check() {
    RunSettings unused = RunSettings.resolve(null, null, given);
  }

  /**
   * Reads the images that the model was trained on.
   *
   * @param shape the model's, to which the images are brought
   * @param fewest how many there must be at least
   * @throws GanException if there are fewer
   * @throws IOException if they cannot be read
   */
  Dataset training(ImageShape shape, int fewest) throws IOException {
    Dataset training = TrainingData.images(settings(shape));
    if (fewest > training.size()) {
      throw new GanException(
          "--nearest must be at most %s, the size of %s, was %s"
              .formatted(training.size(), training.name(), fewest));
    }
    if (training.size() < CopyCheck.FEWEST_BASELINE) {
      throw new GanException(
          "--nearest needs at least %s images to compare with, %s has %s"
              .formatted(CopyCheck.FEWEST_BASELINE, training.name(), training.size()));
    }
    return training;
  }

  /** Returns images of the same kind that the model was not trained on, if there are any. */
  Optional<Dataset> heldOut(ImageShape shape) throws IOException {
    return TrainingData.heldOut(settings(shape));
  }

  private RunSettings settings(ImageShape shape) {
    Map<Setting<?>, String> all = new LinkedHashMap<>(given);
    all.put(
        DataSettings.IMAGE_SIZE,
        DataSettings.IMAGE_SIZE.type().format(new Size(shape.height(), shape.width())));
    all.put(DataSettings.CHANNELS, DataSettings.CHANNELS.type().format(shape.channels()));
    return RunSettings.resolve(null, null, all);
  }

  private static List<Setting<?>> flagged() {
    return Settings.of(Section.DATA).stream()
        .filter(setting -> !LEFT_OUT.contains(setting))
        .toList();
  }
}
