package io.github.gan4j.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.Gan;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.examples.data.DatasetKind;
import io.github.gan4j.examples.problem.InvalidSettingsException;
import io.github.gan4j.examples.recipe.Recipe;
import io.github.gan4j.training.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the places where a setting can stand wins. */
class RunSettingsTest {
  @TempDir private Path folder;

  @Test
  void withoutAnythingTheLibrarysDefaultsHold() {
    RunSettings settings = RunSettings.resolve(null, null, Map.of());

    assertThat(settings.config()).isEqualTo(Gan.builder().config());
    assertThat(settings.get(Settings.DATASET)).isEqualTo(DatasetKind.MNIST);
    assertThat(settings.find(Settings.MAX_STEPS)).isNull();
  }

  @Test
  void aRecipeIsWhatItsBuilderSays() {
    for (Recipe recipe : Recipe.ALL) {
      RunSettings settings = RunSettings.of(recipe);

      assertThat(settings.config()).as(recipe.name()).isEqualTo(recipe.builder().get().config());
      assertThat(settings.get(Settings.DATASET)).isEqualTo(recipe.dataset());
    }
  }

  @Test
  void aFlagWinsOverTheFileTheFileOverTheRecipeTheRecipeOverTheDefault() throws IOException {
    Recipe recipe = recipe("fashion-dense"); // Latent 32, batch 64, 100 epochs.
    Path file = file("batch-size: 48", "epochs: 7");

    RunSettings settings = RunSettings.resolve(recipe, file, Map.of(Settings.EPOCHS, "3"));

    assertThat(settings.get(Settings.EPOCHS)).isEqualTo(3);
    assertThat(settings.get(Settings.BATCH_SIZE)).isEqualTo(48);
    assertThat(settings.get(Settings.LATENT_DIM)).isEqualTo(32);
    assertThat(settings.get(Settings.SEED)).isEqualTo(1);
  }

  @Test
  void aFileNamesItsRecipeAndTheCommandLineAnother() throws IOException {
    Path file = file("epochs: 7", "recipe: fashion-dense");

    RunSettings ofFile = RunSettings.resolve(null, file, Map.of());
    RunSettings ofLine = RunSettings.resolve(recipe("mnist-plain"), file, Map.of());

    assertThat(ofFile.get(Settings.LATENT_DIM)).isEqualTo(32);
    assertThat(ofFile.get(Settings.EPOCHS)).isEqualTo(7);
    assertThat(ofFile.find(Settings.RECIPE)).isEqualTo(recipe("fashion-dense"));
    assertThat(ofLine.get(Settings.LATENT_DIM)).isEqualTo(100);
    assertThat(ofLine.get(Settings.EPOCHS)).isEqualTo(7);
    assertThat(ofLine.find(Settings.RECIPE)).isEqualTo(recipe("mnist-plain"));
  }

  @Test
  void whatIsSaidForOnePlayerWinsWhereverItStandsInItsPlace() throws IOException {
    Path file = file("discriminator-learning-rate: 0.004", "learning-rate: 0.003");

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config();

    assertThat(config.generatorOptimizer().learningRate()).isEqualTo(0.003);
    assertThat(config.discriminatorOptimizer().learningRate()).isEqualTo(0.004);
  }

  @Test
  void aFlagForBothWinsOverAFileForOne() throws IOException {
    Path file = file("discriminator-learning-rate: 0.004");

    GanConfig config =
        RunSettings.resolve(null, file, Map.of(Settings.LEARNING_RATE, "0.001")).config();

    assertThat(config.generatorOptimizer().learningRate()).isEqualTo(0.001);
    assertThat(config.discriminatorOptimizer().learningRate()).isEqualTo(0.001);
  }

  @Test
  void theDiscriminatorMirrorsTheGeneratorsWidths() throws IOException {
    GanConfig mirrored = RunSettings.resolve(null, file("hidden: [8, 16, 32]"), Map.of()).config();
    GanConfig own =
        RunSettings.resolve(null, file("hidden: [8, 16, 32]", "discriminator-hidden: 4"), Map.of())
            .config();

    assertThat(mirrored.generator().hidden()).containsExactly(8, 16, 32);
    assertThat(mirrored.discriminator().hidden()).containsExactly(32, 16, 8);
    assertThat(own.generator().hidden()).containsExactly(8, 16, 32);
    assertThat(own.discriminator().hidden()).containsExactly(4);
  }

  @Test
  void aWordUnsetsWhatARecipeSets() throws IOException {
    Path file = file("steps-per-epoch: auto", "generator-batch-size: auto");

    GanConfig config = RunSettings.resolve(recipe("fashion-dense"), file, Map.of()).config();

    assertThat(config.stepsPerEpoch()).isNull();
    assertThat(config.generatorBatchSize()).isEqualTo(config.batchSize());
  }

  @Test
  void normalisationThatIsSwitchedOnHasTheLibrarysNumbers() throws IOException {
    Path file = file("discriminator-batch-norm: on", "discriminator-batch-norm-epsilon: 1e-3");

    GanConfig config = RunSettings.resolve(recipe("mnist-plain"), file, Map.of()).config();

    assertThat(config.discriminator().batchNorm()).isEqualTo(new BatchNorm(0.1, 1e-3, true));
    assertThat(config.generator().batchNorm()).isNull();
  }

  @Test
  void aMethodTakesTheNumbersThatItUses() throws IOException {
    Path file =
        file(
            "generator-optimizer: adamw",
            "discriminator-optimizer: rmsprop",
            "beta2: 0.9",
            "weight-decay: 0.1",
            "learning-rate: 0.001",
            "generator-clip-gradient-norm: 5");

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config();

    assertThat(config.generatorOptimizer())
        .isEqualTo(OptimizerConfig.adamW(0.001, 0.5, 0.9, 0.1).withMaxGradientNorm(5.0));
    assertThat(config.discriminatorOptimizer()).isEqualTo(OptimizerConfig.rmsProp(0.001, 0.9));
    Map<Setting<?>, String> flags = Map.of(Settings.OPTIMIZER, "sgd", Settings.BETA1, "0.9");
    assertThat(RunSettings.resolve(null, null, flags).config().generatorOptimizer())
        .isEqualTo(OptimizerConfig.sgd(2e-4, 0.9));
  }

  @Test
  void aNumberThatTheMethodDoesNotUseIsRefused() {
    Map<Setting<?>, String> flags = Map.of(Settings.OPTIMIZER, "sgd", Settings.BETA2, "0.9");
    assertThatThrownBy(() -> RunSettings.resolve(null, null, flags))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("--beta2 has no effect: discriminator-optimizer is sgd (by flag)");
  }

  @Test
  void aFlagMaySwitchOffWhatTheFileTunes() throws IOException {
    Path file = file("batch-norm-epsilon: 0.8");

    GanConfig config =
        RunSettings.resolve(null, file, Map.of(Settings.BATCH_NORM, "false")).config();

    assertThat(config.generator().batchNorm()).isNull();
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Path file =
        file(
            "activation: relu",
            "generator-hidden: []",
            "discriminator-hidden: none",
            "sample-interval: 2ep",
            "sample-grid: 4x6",
            "image-size: 32",
            "latent: \"uniform\"",
            "csv: off",
            "seed: -9223372036854775808",
            "learning-rate: 2E-4",
            "out: 'my runs/first'",
            "generator-output: linear",
            "mean: 0.4",
            "std: .25");

    RunSettings settings = RunSettings.resolve(null, file, Map.of());

    assertThat(settings.config().generator().activation()).isEqualTo(Activation.relu());
    assertThat(settings.config().generator().hidden()).isEmpty();
    assertThat(settings.config().discriminator().hidden()).isEmpty();
    assertThat(settings.get(Settings.SAMPLE_INTERVAL)).isEqualTo(Interval.epochs(2));
    assertThat(settings.get(Settings.SAMPLE_GRID)).isEqualTo(new Size(4, 6));
    assertThat(settings.find(Settings.IMAGE_SIZE)).isEqualTo(new Size(32, 32));
    assertThat(settings.config().latent()).hasToString("UNIFORM");
    assertThat(settings.get(Settings.CSV)).isFalse();
    assertThat(settings.config().seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(settings.config().generatorOptimizer().learningRate()).isEqualTo(2e-4);
    assertThat(settings.find(Settings.OUT)).isEqualTo(Path.of("my runs/first"));
    assertThat(settings.get(Settings.MEAN)).isEqualTo(0.4);
    assertThat(settings.get(Settings.STD)).isEqualTo(0.25);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("run.yaml"), List.of(lines));
  }

  private static Recipe recipe(String name) {
    return Recipe.byName(name).orElseThrow();
  }
}
