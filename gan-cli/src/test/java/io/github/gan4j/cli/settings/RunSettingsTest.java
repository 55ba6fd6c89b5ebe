package io.github.gan4j.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.Gan;
import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.loss.Losses;
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

    assertThat(settings.config(0)).isEqualTo(Gan.builder().config());
    assertThat(settings.get(DataSettings.DATASET)).isEqualTo(DatasetKind.MNIST);
    assertThat(settings.find(GeneralSettings.MAX_STEPS)).isNull();
  }

  @Test
  void aRecipeIsWhatItsBuilderSays() {
    for (Recipe recipe : Recipe.ALL) {
      RunSettings settings = RunSettings.of(recipe);

      assertThat(settings.config(0)).as(recipe.name()).isEqualTo(recipe.builder().get().config());
      assertThat(settings.get(DataSettings.DATASET)).isEqualTo(recipe.dataset());
    }
  }

  @Test
  void aFlagWinsOverTheFileTheFileOverTheRecipeTheRecipeOverTheDefault() throws IOException {
    Recipe recipe = recipe("fashion-dense"); // Latent 32, batch 64, 100 epochs.
    Path file = file("batch-size: 48", "epochs: 7");

    RunSettings settings = RunSettings.resolve(recipe, file, Map.of(GeneralSettings.EPOCHS, "3"));

    assertThat(settings.get(GeneralSettings.EPOCHS)).isEqualTo(3);
    assertThat(settings.get(GeneralSettings.BATCH_SIZE)).isEqualTo(48);
    assertThat(settings.get(NetworkSettings.LATENT_DIM)).isEqualTo(32);
    assertThat(settings.get(GeneralSettings.SEED)).isEqualTo(1);
  }

  @Test
  void aFileNamesItsRecipeAndTheCommandLineAnother() throws IOException {
    Path file = file("epochs: 7", "recipe: fashion-dense");

    RunSettings ofFile = RunSettings.resolve(null, file, Map.of());
    RunSettings ofLine = RunSettings.resolve(recipe("mnist-plain"), file, Map.of());

    assertThat(ofFile.get(NetworkSettings.LATENT_DIM)).isEqualTo(32);
    assertThat(ofFile.get(GeneralSettings.EPOCHS)).isEqualTo(7);
    assertThat(ofFile.find(GeneralSettings.RECIPE)).isEqualTo(recipe("fashion-dense"));
    assertThat(ofLine.get(NetworkSettings.LATENT_DIM)).isEqualTo(100);
    assertThat(ofLine.get(GeneralSettings.EPOCHS)).isEqualTo(7);
    assertThat(ofLine.find(GeneralSettings.RECIPE)).isEqualTo(recipe("mnist-plain"));
  }

  @Test
  void whatIsSaidForOnePlayerWinsWhereverItStandsInItsPlace() throws IOException {
    Path file = file("discriminator-learning-rate: 0.004", "learning-rate: 0.003");

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config(0);

    assertThat(config.generator().optimizer().learningRate()).isEqualTo(0.003);
    assertThat(config.discriminator().optimizer().learningRate()).isEqualTo(0.004);
  }

  @Test
  void aFlagForBothWinsOverAFileForOne() throws IOException {
    Path file = file("discriminator-learning-rate: 0.004");

    GanConfig config =
        RunSettings.resolve(null, file, Map.of(OptimizerSettings.LEARNING_RATE, "0.001")).config(0);

    assertThat(config.generator().optimizer().learningRate()).isEqualTo(0.001);
    assertThat(config.discriminator().optimizer().learningRate()).isEqualTo(0.001);
  }

  @Test
  void theDiscriminatorMirrorsTheGeneratorsWidths() throws IOException {
    GanConfig mirrored = RunSettings.resolve(null, file("hidden: [8, 16, 32]"), Map.of()).config(0);
    GanConfig own =
        RunSettings.resolve(null, file("hidden: [8, 16, 32]", "discriminator-hidden: 4"), Map.of())
            .config(0);

    assertThat(mirrored.generator().network().hidden()).containsExactly(8, 16, 32);
    assertThat(mirrored.discriminator().network().hidden()).containsExactly(32, 16, 8);
    assertThat(own.generator().network().hidden()).containsExactly(8, 16, 32);
    assertThat(own.discriminator().network().hidden()).containsExactly(4);
  }

  @Test
  void aWordUnsetsWhatARecipeSets() throws IOException {
    Path file = file("steps-per-epoch: auto", "generator-batch-size: auto");

    GanConfig config = RunSettings.resolve(recipe("fashion-dense"), file, Map.of()).config(0);

    assertThat(config.schedule().stepsPerEpoch()).isNull();
    assertThat(config.schedule().generatorBatchSize()).isEqualTo(config.schedule().batchSize());
  }

  @Test
  void normalisationThatIsSwitchedOnHasTheLibrarysNumbers() throws IOException {
    Path file = file("discriminator-batch-norm: on", "discriminator-batch-norm-epsilon: 1e-3");

    GanConfig config = RunSettings.resolve(recipe("mnist-plain"), file, Map.of()).config(0);

    assertThat(config.discriminator().network().batchNorm())
        .isEqualTo(new BatchNorm(0.1, 1e-3, true));
    assertThat(config.generator().network().batchNorm()).isNull();
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

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config(0);

    assertThat(config.generator().optimizer())
        .isEqualTo(OptimizerConfig.adamW(0.001, 0.5, 0.9, 0.1).withMaxGradientNorm(5.0));
    assertThat(config.discriminator().optimizer()).isEqualTo(OptimizerConfig.rmsProp(0.001, 0.9));
    Map<Setting<?>, String> flags =
        Map.of(OptimizerSettings.OPTIMIZER, "sgd", OptimizerSettings.BETA1, "0.9");
    assertThat(RunSettings.resolve(null, null, flags).config(0).generator().optimizer())
        .isEqualTo(OptimizerConfig.sgd(2e-4, 0.9));
  }

  @Test
  void aNumberThatTheMethodDoesNotUseIsRefused() {
    Map<Setting<?>, String> flags =
        Map.of(OptimizerSettings.OPTIMIZER, "sgd", OptimizerSettings.BETA2, "0.9");
    assertThatThrownBy(() -> RunSettings.resolve(null, null, flags))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("--beta2 has no effect: discriminator-optimizer is sgd (by flag)");
  }

  @Test
  void everyWayToTrainReachesTheConfiguration() throws IOException {
    Path file =
        file(
            "loss: relativistic-pairing",
            "discriminator-dropout: 0",
            "r1: 0.1",
            "r2: 0.2",
            "penalty-interval: 4",
            "flip-labels: 0.05",
            "instance-noise: 0.1",
            "instance-noise-steps: 5000",
            "discriminator-steps: 2",
            "generator-steps: 3",
            "rate-schedule: cosine",
            "rate-steps: 9000",
            "rate-last: 0.2",
            "rate-warm-up: 500",
            "conditional: auxiliary-classifier",
            "class-weight: 0.5");

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config(10);

    assertThat(config)
        .isEqualTo(
            Gan.builder()
                .loss(Losses.relativisticPairing())
                .discriminator(net -> net.dropout(0))
                .penalty(GradientPenalty.r1(0.1).every(4))
                .penalty(GradientPenalty.r2(0.2).every(4))
                .labels(new Labels(1, 0, 0.05))
                .instanceNoise(0.1, 5000)
                .discriminatorUpdatesPerStep(2)
                .generatorUpdatesPerStep(3)
                .rateSchedule(RateSchedule.cosine(9000, 0.2).warmUp(500))
                .conditional(new Conditioning(Conditioning.Kind.AUXILIARY_CLASSIFIER, 10, 0.5))
                .config());
  }

  @Test
  void lossesWithLabelsPacksAndClippingReachTheConfiguration() throws IOException {
    Path file =
        file(
            "loss: least-squares",
            "clip-weights: 0.01",
            "real-label: 0.9",
            "fake-label: 0.1",
            "packing: 2",
            "minibatch-deviation: true",
            "rate-warm-up: 100");

    GanConfig config = RunSettings.resolve(null, file, Map.of()).config(0);

    assertThat(config)
        .isEqualTo(
            Gan.builder()
                .loss(Losses.leastSquares())
                .clipWeights(0.01)
                .labels(new Labels(0.9, 0.1, 0))
                .packing(2)
                .minibatchStdDev()
                .rateSchedule(RateSchedule.CONSTANT.warmUp(100))
                .config());
  }

  @Test
  void aFlagMaySwitchOffAPenaltyWhoseIntervalTheFileTunes() throws IOException {
    Path file = file("r1: 0.1", "penalty-interval: 4");

    GanConfig config =
        RunSettings.resolve(null, file, Map.of(RegularisationSettings.R1, "none")).config(0);

    assertThat(config.objective().regularization()).isEqualTo(Regularization.NONE);
  }

  @Test
  void aFlagMaySwitchOffWhatTheFileTunes() throws IOException {
    Path file = file("batch-norm-epsilon: 0.8");

    GanConfig config =
        RunSettings.resolve(null, file, Map.of(NetworkSettings.BATCH_NORM, "false")).config(0);

    assertThat(config.generator().network().batchNorm()).isNull();
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

    assertThat(settings.config(0).generator().network().activation()).isEqualTo(Activation.relu());
    assertThat(settings.config(0).generator().network().hidden()).isEmpty();
    assertThat(settings.config(0).discriminator().network().hidden()).isEmpty();
    assertThat(settings.get(OutputSettings.SAMPLE_INTERVAL)).isEqualTo(Interval.epochs(2));
    assertThat(settings.get(OutputSettings.SAMPLE_GRID)).isEqualTo(new Size(4, 6));
    assertThat(settings.find(DataSettings.IMAGE_SIZE)).isEqualTo(new Size(32, 32));
    assertThat(settings.config(0).latent().distribution()).hasToString("UNIFORM");
    assertThat(settings.get(OutputSettings.CSV)).isFalse();
    assertThat(settings.config(0).seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(settings.config(0).generator().optimizer().learningRate()).isEqualTo(2e-4);
    assertThat(settings.find(OutputSettings.OUT)).isEqualTo(Path.of("my runs/first"));
    assertThat(settings.get(DataSettings.MEAN)).isEqualTo(0.4);
    assertThat(settings.get(DataSettings.STD)).isEqualTo(0.25);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("run.yaml"), List.of(lines));
  }

  private static Recipe recipe(String name) {
    return Recipe.byName(name).orElseThrow();
  }
}
