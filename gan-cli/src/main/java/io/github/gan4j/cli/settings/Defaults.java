package io.github.gan4j.cli.settings;

import io.github.gan4j.Gan;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Player;

/** What settings are before anybody sets them: the library's defaults, or a recipe's values. */
final class Defaults {
  private Defaults() {}

  static Values ofLibrary() {
    Values values = new Values();
    for (Setting<?> setting : Settings.all()) {
      setting.parts().forEach(part -> part.putDefault(values));
    }
    put(values, Gan.builder().config());
    return values;
  }

  static Values of(Recipe recipe) {
    Values values = ofLibrary();
    put(values, recipe.builder().get().config());
    values.put(GeneralSettings.RECIPE, recipe);
    values.put(DataSettings.DATASET, recipe.dataset());
    values.put(OutputSettings.SAMPLE_INTERVAL, recipe.sampleInterval());
    return values;
  }

  private static void put(Values values, GanConfig config) {
    values.put(GeneralSettings.EPOCHS, config.schedule().epochs());
    values.put(GeneralSettings.STEPS_PER_EPOCH, config.schedule().stepsPerEpoch());
    values.put(GeneralSettings.BATCH_SIZE, config.schedule().batchSize());
    // The same number means the very images that the discriminator saw, whatever their number is.
    values.put(
        GeneralSettings.GENERATOR_BATCH_SIZE,
        config.schedule().generatorBatchSize() == config.schedule().batchSize()
            ? null
            : config.schedule().generatorBatchSize());
    values.put(GeneralSettings.LOSS, config.objective().loss());
    values.put(GeneralSettings.AVERAGING, config.generator().emaDecay());
    values.put(GeneralSettings.SEED, config.seed());
    values.put(DataSettings.MEAN, config.normalization().mean());
    values.put(DataSettings.STD, config.normalization().std());
    values.put(NetworkSettings.LATENT_DIM, config.latent().dim());
    values.put(NetworkSettings.LATENT, config.latent().distribution());
    values.put(NetworkSettings.GENERATOR_OUTPUT, config.generator().output().kind());
    PlayerValues.put(values, Player.GENERATOR, config.generator());
    PlayerValues.put(values, Player.DISCRIMINATOR, config.discriminator());
    MethodValues.put(values, config);
  }
}
