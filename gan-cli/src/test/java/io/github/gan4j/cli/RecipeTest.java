package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.DataSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.DiscriminatorConfig;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GeneratorConfig;
import io.github.gan4j.config.LatentConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.Objective;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.TrainingSchedule;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes say what they are known for; the library's defaults may change beside them. */
class RecipeTest {
  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  @TempDir private Path folder;

  @Test
  void mnistBatchnorm() {
    Recipe recipe = recipe("mnist-batchnorm");

    OptimizerConfig adam = OptimizerConfig.adam(2e-4, 0.5, 0.999);
    assertThat(recipe.builder().get().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(100, LatentDistribution.NORMAL),
                new Normalization(0.5, 0.5),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(128, 256, 512, 1024),
                        LEAKY,
                        new BatchNorm(0.1, 0.8, false),
                        0,
                        WeightInit.FAN_IN_UNIFORM),
                    Activation.tanh(),
                    adam,
                    1,
                    0),
                new DiscriminatorConfig(
                    new NetworkConfig(List.of(512, 256), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    adam,
                    1,
                    1,
                    false),
                new Objective("non-saturating", null, Regularization.NONE),
                new TrainingSchedule(64, 64, 200, null, RateSchedule.CONSTANT),
                1));
    assertThat(recipe.dataset()).isEqualTo(DatasetKind.MNIST);
  }

  @Test
  void mnistDropout() {
    Recipe recipe = recipe("mnist-dropout");

    OptimizerConfig adam = OptimizerConfig.adam(2e-4, 0.9, 0.999);
    assertThat(recipe.builder().get().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(100, LatentDistribution.NORMAL),
                new Normalization(0.5, 0.5),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(256, 512, 1024), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    Activation.tanh(),
                    adam,
                    1,
                    0),
                new DiscriminatorConfig(
                    new NetworkConfig(
                        List.of(1024, 512, 256), LEAKY, null, 0.3, WeightInit.FAN_IN_UNIFORM),
                    adam,
                    1,
                    1,
                    false),
                new Objective("non-saturating", null, Regularization.NONE),
                new TrainingSchedule(128, 128, 100, null, RateSchedule.CONSTANT),
                1));
    assertThat(recipe.dataset()).isEqualTo(DatasetKind.MNIST);
  }

  @Test
  void mnistPlain() {
    Recipe recipe = recipe("mnist-plain");

    OptimizerConfig adam = OptimizerConfig.adam(2e-4, 0.5, 0.999);
    assertThat(recipe.builder().get().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(100, LatentDistribution.NORMAL),
                new Normalization(0.5, 0.5),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(256, 512, 1024), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    Activation.tanh(),
                    adam,
                    1,
                    0),
                new DiscriminatorConfig(
                    new NetworkConfig(List.of(512, 256), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    adam,
                    1,
                    1,
                    false),
                new Objective("non-saturating", null, Regularization.NONE),
                new TrainingSchedule(128, 128, 50, null, RateSchedule.CONSTANT),
                1));
    assertThat(recipe.dataset()).isEqualTo(DatasetKind.MNIST);
  }

  @Test
  void fashionDense() {
    Recipe recipe = recipe("fashion-dense");

    OptimizerConfig adam = OptimizerConfig.adam(2e-4, 0.5, 0.9);
    assertThat(recipe.builder().get().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(32, LatentDistribution.NORMAL),
                new Normalization(0.5, 0.5),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(128, 256, 512),
                        LEAKY,
                        new BatchNorm(0.1, 1e-5, true),
                        0,
                        WeightInit.FAN_IN_UNIFORM),
                    Activation.tanh(),
                    adam,
                    1,
                    0),
                new DiscriminatorConfig(
                    new NetworkConfig(
                        List.of(512, 256, 128), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    adam,
                    1,
                    1,
                    false),
                new Objective("non-saturating", null, Regularization.NONE),
                new TrainingSchedule(64, 128, 100, 50, RateSchedule.CONSTANT),
                1));
    assertThat(recipe.dataset()).isEqualTo(DatasetKind.FASHION_MNIST);
  }

  @Test
  void fashionBalanced() {
    Recipe recipe = recipe("fashion-balanced");

    OptimizerConfig adam = OptimizerConfig.adam(2e-4, 0.5, 0.999);
    assertThat(recipe.builder().get().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(100, LatentDistribution.NORMAL),
                new Normalization(0.5, 0.5),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(256, 512, 1024), LEAKY, null, 0, WeightInit.FAN_IN_UNIFORM),
                    Activation.tanh(),
                    adam,
                    1,
                    0),
                new DiscriminatorConfig(
                    new NetworkConfig(
                        List.of(1024, 512, 256), LEAKY, null, 0.45, WeightInit.FAN_IN_UNIFORM),
                    adam,
                    1,
                    1,
                    false),
                new Objective("non-saturating", null, Regularization.NONE),
                new TrainingSchedule(128, 128, 100, null, RateSchedule.CONSTANT),
                1));
    assertThat(recipe.dataset()).isEqualTo(DatasetKind.FASHION_MNIST);
  }

  @ParameterizedTest
  @CsvSource({"mnist, mnist-train", "fashion-mnist, fashion-mnist-train"})
  void aRecipeTrainsOnTheWholeTrainingSet(String name, String dataset) throws IOException {
    Dataset data = recipe(name).dataset().open(null);

    assertThat(data.name()).isEqualTo(dataset);
    assertThat(data.size()).isEqualTo(60_000);
    assertThat(data.shape()).isEqualTo(ImageShape.grey(28, 28));
  }

  @Test
  void stackedDigitsAreOfThreeChannelsAndAThousandClasses() throws IOException {
    Dataset data = DatasetKind.STACKED_MNIST.open(null);

    assertThat(data.name()).isEqualTo("mnist-train stacked");
    assertThat(data.size()).isEqualTo(128_000);
    assertThat(data.shape()).isEqualTo(new ImageShape(3, 28, 28));
    assertThat(data.classes()).isEqualTo(1_000);
  }

  @Test
  void theListShowsEveryRecipe() {
    Cli.Result result = Cli.run("recipes");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    for (Recipe recipe : Recipe.ALL) {
      assertThat(result.out()).contains(recipe.name() + " ", recipe.description());
    }
    assertThat(result.out())
        .contains("generator [128, 256, 512, 1024], discriminator [512, 256], batch 64, 200 epochs")
        .contains("latent 32", "100 epochs of 50 steps");
  }

  @Test
  void aRecipeIsShownAsAFileThatGivesItsSettingsAgain() throws IOException {
    for (Recipe recipe : Recipe.ALL) {
      Cli.Result result = Cli.run("recipes", recipe.name());
      Path file = Files.writeString(folder.resolve(recipe.name() + ".yaml"), result.out());

      assertThat(result.exitCode()).isZero();
      assertThat(result.err()).isEmpty();
      RunSettings settings = RunSettings.resolve(null, file, Map.of());
      assertThat(settings.config(0)).isEqualTo(recipe.builder().get().config());
      assertThat(settings.get(DataSettings.DATASET)).isEqualTo(recipe.dataset());
    }
  }

  @Test
  void everyRecipeHasANameOfItsOwn() {
    assertThat(Recipe.ALL).extracting(Recipe::name).doesNotHaveDuplicates();
  }

  private static Recipe recipe(String name) {
    return Recipe.byName(name).orElseThrow();
  }
}
