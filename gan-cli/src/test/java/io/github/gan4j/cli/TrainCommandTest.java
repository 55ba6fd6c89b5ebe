package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.config.GanConfig;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void leavesARunFolder() throws IOException {
    Path run = folder.resolve("deep/run");

    Cli.Result result =
        Cli.run(
            "train", "fashion-dense", "--epochs", 1, "--max-steps", 3, "--seed", 7, "--out", run);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "wrote animation.gif, checkpoints/, config.yaml, losses.csv, losses.png,"
                + " model.safetensors, report.html, samples/ and training.log to %s"
                    .formatted(run));
    assertThat(result.err()).contains("fashion-mnist-train", "60000 images", "3 steps");
    assertThat(Cli.tree(run))
        .containsExactly(
            "animation.gif",
            "checkpoints",
            "checkpoints/checkpoint-0000000003.safetensors",
            "config.yaml",
            "losses.csv",
            "losses.png",
            "model.safetensors",
            "report.html",
            "samples",
            "samples/final.png",
            "samples/fresh-final.png",
            "samples/real-and-generated-final.png",
            "training.log");
    assertThat(Files.readAllLines(run.resolve("losses.csv"), UTF_8))
        .hasSize(1 + 3)
        .first()
        .asString()
        .startsWith("step,epoch,");
    BufferedImage picture = ImageIO.read(run.resolve("samples/final.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(8 * 28);
    assertThat(picture.getHeight()).isEqualTo(picture.getWidth());
  }

  @Test
  void theModelHoldsTheRecipeWithTheFlagsOfTheRun() throws IOException {
    Path run = folder.resolve("run");

    Cli.run("train", "fashion-dense", "--epochs", 2, "--seed", -7, "--max-steps", 1, "--out", run);

    GanConfig recipe = Recipe.byName("fashion-dense").orElseThrow().builder().get().config();
    try (TrainedGan gan = TrainedGan.load(run.resolve("model.safetensors"))) {
      assertThat(gan.config().schedule().epochs()).isEqualTo(2);
      assertThat(gan.config().seed()).isEqualTo(-7);
      assertThat(gan.config().generator().network()).isEqualTo(recipe.generator().network());
      assertThat(gan.config().schedule().stepsPerEpoch()).isEqualTo(50);
    }
  }

  @Test
  void picturesEveryEpoch() throws IOException {
    Path run = folder.resolve("run");

    Cli.Result result =
        Cli.run("train", "fashion-dense", "--epochs", 2, "--sample-interval", "1ep", "--out", run);

    assertThat(result.exitCode()).isZero();
    assertThat(Cli.tree(run.resolve("samples")))
        .containsExactly(
            "epoch-001.png",
            "epoch-002.png",
            "fresh-epoch-001.png",
            "fresh-epoch-002.png",
            "real-and-generated-epoch-001.png",
            "real-and-generated-epoch-002.png");
    assertThat(Files.readAllLines(run.resolve("losses.csv"), UTF_8)).hasSize(1 + 100);
  }

  @Test
  void theSameSeedTrainsTheSameModelAndAnotherAnother() throws IOException {
    assertThat(modelOfSeed(1, "a")).isEqualTo(modelOfSeed(1, "b"));
    assertThat(modelOfSeed(1, "c")).isNotEqualTo(modelOfSeed(2, "d"));
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));

    Cli.Result result = Cli.run("train", "fashion-dense", "--max-steps", 1, "--out", run);

    assertThat(result.exitCode()).isZero();
    assertThat(run.resolve("model.safetensors")).exists();
  }

  private byte[] modelOfSeed(long seed, String name) throws IOException {
    Path run = folder.resolve(name);
    Cli.run("train", "fashion-dense", "--max-steps", 3, "--seed", seed, "--out", run);
    return Files.readAllBytes(run.resolve("model.safetensors"));
  }
}
