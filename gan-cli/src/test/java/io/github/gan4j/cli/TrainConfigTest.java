package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs by a file, and what a run leaves as one. */
class TrainConfigTest {
  @TempDir private Path folder;

  @Test
  void trainsByAFileAlone() throws IOException {
    Path file =
        Files.write(
            folder.resolve("run.yaml"),
            List.of(
                "dataset: fashion-mnist",
                "latent-dim: 5",
                "hidden: [8, 16]",
                "max-steps: 2",
                "progress: none",
                "csv: false",
                "loss-plot: false",
                "animation: false",
                "report: false",
                "fresh-samples: false",
                "real-beside-generated: false",
                "tensorboard: true",
                "checkpoint-interval: none",
                "sample-grid: 2x3",
                "out: " + folder.resolve("run")));

    Cli.Result result = Cli.run("train", "--config", file);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(Cli.tree(folder.resolve("run")))
        .containsOnlyOnce(
            "config.yaml", "model.safetensors", "samples", "samples/final.png", "training.log")
        .anyMatch(name -> name.startsWith("tensorboard/events.out.tfevents."))
        .hasSize(7);
    try (TrainedGan gan = TrainedGan.load(folder.resolve("run/model.safetensors"))) {
      assertThat(gan.config().latent().dim()).isEqualTo(5);
      assertThat(gan.config().discriminator().network().hidden()).containsExactly(16, 8);
    }
  }

  @Test
  void theImagesHaveTheSizeTheChannelsAndTheScaleAskedFor() throws IOException {
    Path run = folder.resolve("run");
    Path log = folder.resolve("other.log");

    Cli.Result result =
        Cli.run(
            "train",
            "fashion-dense",
            "--image-size",
            "16x20",
            "--channels",
            3,
            "--mean",
            0.25,
            "--std",
            0.5,
            "--generator-output",
            "linear",
            "--sample-interval",
            1,
            "--log-file",
            log,
            "--max-steps",
            2,
            "--out",
            run);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("3x16x20");
    assertThat(Cli.tree(run.resolve("samples"))).contains("step-0000001.png", "step-0000002.png");
    assertThat(log).content().contains("16");
    assertThat(Cli.tree(run)).doesNotContain("training.log");
    try (TrainedGan gan = TrainedGan.load(run.resolve("model.safetensors"))) {
      assertThat(gan.shape()).isEqualTo(new ImageShape(3, 16, 20));
      assertThat(gan.config().normalization()).isEqualTo(new Normalization(0.25, 0.5));
      assertThat(gan.config().generator().output()).isEqualTo(Activation.linear());
    }
  }

  @Test
  void theConfigurationOfARunRepeatsItToTheBit() throws IOException {
    Path mine =
        Files.write(
            folder.resolve("mine.yaml"),
            List.of("recipe: fashion-dense", "seed: 11", "discriminator-dropout: 0.1"));
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    Cli.Result run =
        Cli.run(
            "train",
            "--config",
            mine,
            "--max-steps",
            4,
            "--generator-learning-rate",
            "0.00031",
            "--no-generator-batch-norm-first-layer",
            "--threads",
            2,
            "--out",
            first);
    Cli.Result again = Cli.run("train", "--config", first.resolve("config.yaml"), "--out", second);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again.exitCode()).as(again.err()).isZero();
    for (String name : List.of("losses.csv", "model.safetensors")) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    assertThat(Files.readString(first.resolve("config.yaml")))
        .contains(
            "recipe: fashion-dense\n",
            "seed: 11\n",
            "max-steps: 4\n",
            "threads: 2\n",
            "generator-learning-rate: 0.00031\n",
            "discriminator-learning-rate: 0.0002\n",
            "beta1: 0.5\n",
            "# out: ")
        .doesNotContain("\nlearning-rate");
    assertThat(withoutOut(second)).isEqualTo(withoutOut(first));
  }

  @Test
  void aConditionalRunIsRepeatedAndGoneOnWithByItsConfiguration() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    Cli.Result run =
        Cli.run(
            "train",
            "fashion-dense",
            "--conditional=auxiliary-classifier",
            "--class-weight=0.5",
            "--r1=0.1",
            "--penalty-interval=2",
            "--discriminator-dropout=0",
            "--rate-schedule=linear",
            "--rate-steps=100",
            "--max-steps=3",
            "--out",
            first);
    Cli.Result again = Cli.run("train", "--config", first.resolve("config.yaml"), "--out", second);
    Cli.Result on = Cli.run("train", "--resume", first, "--max-steps=5");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(on.exitCode()).as(on.err()).isZero();
    assertThat(Files.readString(second.resolve("config.yaml")))
        .contains(
            "\nconditional: auxiliary-classifier\n",
            "\nclass-weight: 0.5\n",
            "\nr1: 0.1\n",
            "\nr2: none\n",
            "\npenalty-interval: 2\n",
            "\nrate-steps: 100\n",
            "\nrate-last: 0.1\n")
        .doesNotContain("instance-noise-steps");
    try (TrainedGan gan = TrainedGan.load(second.resolve("model.safetensors"))) {
      assertThat(gan.config().objective().conditioning())
          .isEqualTo(new Conditioning(Conditioning.Kind.AUXILIARY_CLASSIFIER, 10, 0.5));
    }
    assertThat(Files.readAllLines(first.resolve("losses.csv"))).hasSize(1 + 5);
    assertThat(Files.readAllLines(first.resolve("losses.csv")).subList(0, 1 + 3))
        .isEqualTo(Files.readAllLines(second.resolve("losses.csv")));
  }

  @Test
  void showsTheConfigurationWithoutTraining() throws IOException {
    Path run = folder.resolve("run");

    Cli.Result result =
        Cli.run("train", "mnist-plain", "--epochs", 3, "--out", run, "--show-config");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("recipe: mnist-plain\n", "epochs: 3\n", "# out: ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void trainsOnAFolderOfImages() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    Path run = folder.resolve("run");
    assertThat(Cli.run("train", "mnist", "--max-steps", 1, "--out", run).exitCode()).isZero();
    for (int i = 0; i < 4; i++) {
      Files.copy(run.resolve("samples/final.png"), images.resolve(i + ".png"));
    }

    Cli.Result result =
        Cli.run(
            "train",
            "mnist",
            "--dataset=folder",
            "--data",
            images,
            "--batch-size",
            4,
            "--hidden",
            "2,3",
            "--max-steps",
            1,
            "--out",
            folder.resolve("other"));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("4 images");
  }

  @Test
  void completesForAShell() {
    Cli.Result result = Cli.run("completion");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "complete ", "gan4j", "mnist-batchnorm", "--generator-learning-rate", "leaky-relu");
  }

  @Test
  void theHelpShowsEverySection() {
    Cli.Result result = Cli.run("train", "--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("--config", "Run\n", "Networks of both players\n", "Output\n", "--learning-rate")
        .contains("(default: 0.0002)", "130", "put generator- or discriminator- before")
        .doesNotContain("--generator-learning-rate");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
  }

  private static List<String> withoutOut(Path run) throws IOException {
    return Files.readAllLines(run.resolve("config.yaml")).stream()
        .filter(line -> !line.startsWith("# out"))
        .toList();
  }
}
