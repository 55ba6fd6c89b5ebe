package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.LatentConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.Objective;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run, checked: the library's defaults, over these the recipe's, over these a
 * file's, over these the flags'. Of one place, what is said for one player wins over what is said
 * for both. Immutable.
 */
public final class RunSettings {
  private final Values values;
  private final Map<SingleSetting<?>, Origin> origins;

  RunSettings(Values values, Map<SingleSetting<?>, Origin> origins) {
    this.values = values;
    this.origins = origins;
  }

  /** Returns a recipe's settings. */
  public static RunSettings of(Recipe recipe) {
    return resolve(recipe, null, Map.of());
  }

  /**
   * Puts settings together.
   *
   * @param given the recipe of the command line, which wins over the file's
   * @param file the YAML file
   * @param flags texts by setting
   * @throws InvalidSettingsException with all that is wrong
   */
  public static RunSettings resolve(
      @Nullable Recipe given, @Nullable Path file, Map<Setting<?>, String> flags) {
    SettingsResolver resolver = new SettingsResolver();
    if (file != null) {
      resolver.read(file);
    }
    resolver.read(flags);
    return resolver.resolve(given);
  }

  /** Returns a setting's value; null if it is unset. */
  public <T> @Nullable T find(SingleSetting<T> setting) {
    return values.find(setting);
  }

  /** Returns the value of a setting that is never unset. */
  public <T> T get(SingleSetting<T> setting) {
    return values.get(setting);
  }

  /** Returns the same settings, but for one that has this value. */
  public <T> RunSettings with(SingleSetting<T> setting, T value) {
    Values changed = new Values(values);
    changed.put(setting, value);
    return new RunSettings(changed, origins);
  }

  /** Returns all values. */
  public Values values() {
    return values;
  }

  /**
   * Returns the same as a configuration.
   *
   * @param classes how many the data have; 0 for none, unless images are told apart by class
   */
  public GanConfig config(int classes) {
    return new GanConfig(
        new LatentConfig(get(NetworkSettings.LATENT_DIM), get(NetworkSettings.LATENT)),
        new Normalization(get(DataSettings.MEAN), get(DataSettings.STD)),
        PlayerValues.generator(values),
        PlayerValues.discriminator(values),
        new Objective(
            get(GeneralSettings.LOSS),
            MethodValues.conditioning(values, classes),
            MethodValues.regularization(values)),
        MethodValues.schedule(values),
        get(GeneralSettings.SEED));
  }

  /** Returns the error that a setting has a value that this run cannot have. */
  public InvalidSettingsException refusal(SingleSetting<?> setting, String text) {
    return new InvalidSettingsException(List.of(origin(setting).problem(setting, text)));
  }

  Origin origin(SingleSetting<?> setting) {
    Origin given = origins.get(setting);
    if (given != null) {
      return given;
    }
    Recipe recipe = find(GeneralSettings.RECIPE);
    return recipe == null ? Origin.DEFAULT : Origin.recipe(recipe.name());
  }
}
