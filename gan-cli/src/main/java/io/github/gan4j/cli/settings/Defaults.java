package io.github.gan4j.cli.settings;

import io.github.gan4j.Gan;
import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.type.SaveInterval;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.training.Interval;

/** What settings are before anybody sets them: the library's defaults, or a recipe's values. */
final class Defaults {
  private Defaults() {}

  static Values ofLibrary() {
    Values values = new Values();
    put(values, Gan.builder().config());
    values.put(DataSettings.DATASET, DatasetKind.MNIST);
    values.put(DataSettings.CROP, false);
    values.put(DataSettings.SKIP_BAD_FILES, false);
    values.put(DataSettings.TRANSPOSE, false);
    values.put(GeneralSettings.ROLL_BACKS, 0);
    values.put(GeneralSettings.ROLL_BACK_RATE, 0.5);
    values.put(OutputSettings.PROGRESS, ProgressStyle.AUTO);
    values.put(OutputSettings.CHECKPOINT_INTERVAL, SaveInterval.ofMinutes(10));
    values.put(OutputSettings.CHECKPOINTS_KEPT, 3);
    values.put(OutputSettings.SAMPLE_INTERVAL, Interval.epochs(1));
    values.put(OutputSettings.SAMPLE_GRID, new Size(8, 8));
    values.put(OutputSettings.FRESH_SAMPLES, true);
    values.put(OutputSettings.REAL_BESIDE_GENERATED, true);
    values.put(OutputSettings.ANIMATION, true);
    values.put(OutputSettings.CSV, true);
    values.put(OutputSettings.LOSS_PLOT, true);
    values.put(OutputSettings.REPORT, true);
    values.put(OutputSettings.TENSORBOARD, false);
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
