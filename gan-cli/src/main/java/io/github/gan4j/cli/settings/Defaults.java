package io.github.gan4j.cli.settings;

import io.github.gan4j.Gan;
import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.training.Interval;

/** What settings are before anybody sets them: the library's defaults, or a recipe's values. */
final class Defaults {
  private Defaults() {}

  static Values ofLibrary() {
    Values values = new Values();
    put(values, Gan.builder().config());
    values.put(Settings.DATASET, DatasetKind.MNIST);
    values.put(Settings.CROP, false);
    values.put(Settings.SKIP_BAD_FILES, false);
    values.put(Settings.TRANSPOSE, false);
    values.put(Settings.ROLL_BACKS, 0);
    values.put(Settings.ROLL_BACK_RATE, 0.5);
    values.put(Settings.PROGRESS, ProgressStyle.AUTO);
    values.put(Settings.CHECKPOINT_INTERVAL, SaveInterval.ofMinutes(10));
    values.put(Settings.CHECKPOINTS_KEPT, 3);
    values.put(Settings.SAMPLE_INTERVAL, Interval.epochs(1));
    values.put(Settings.SAMPLE_GRID, new Size(8, 8));
    values.put(Settings.FRESH_SAMPLES, true);
    values.put(Settings.REAL_BESIDE_GENERATED, true);
    values.put(Settings.ANIMATION, true);
    values.put(Settings.CSV, true);
    values.put(Settings.LOSS_PLOT, true);
    values.put(Settings.REPORT, true);
    values.put(Settings.TENSORBOARD, false);
    return values;
  }

  static Values of(Recipe recipe) {
    Values values = ofLibrary();
    put(values, recipe.builder().get().config());
    values.put(Settings.RECIPE, recipe);
    values.put(Settings.DATASET, recipe.dataset());
    values.put(Settings.SAMPLE_INTERVAL, recipe.sampleInterval());
    return values;
  }

  private static void put(Values values, GanConfig config) {
    values.put(Settings.EPOCHS, config.epochs());
    values.put(Settings.STEPS_PER_EPOCH, config.stepsPerEpoch());
    values.put(Settings.BATCH_SIZE, config.batchSize());
    // The same number means the very images that the discriminator saw, whatever their number is.
    values.put(
        Settings.GENERATOR_BATCH_SIZE,
        config.generatorBatchSize() == config.batchSize() ? null : config.generatorBatchSize());
    values.put(Settings.LOSS, config.loss());
    values.put(Settings.AVERAGING, config.averaging());
    values.put(Settings.SEED, config.seed());
    values.put(Settings.MEAN, config.normalization().mean());
    values.put(Settings.STD, config.normalization().std());
    values.put(Settings.LATENT_DIM, config.latentDim());
    values.put(Settings.LATENT, config.latent());
    values.put(Settings.GENERATOR_OUTPUT, config.generatorOutput().kind());
    PlayerValues.put(values, Player.GENERATOR, config.generator(), config.generatorOptimizer());
    PlayerValues.put(
        values, Player.DISCRIMINATOR, config.discriminator(), config.discriminatorOptimizer());
    MethodValues.put(values, config);
  }
}
