package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags of 'generate' that do not go together or cannot be met. */
class GenerateMistakesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--interpolate 1:2 --seed 3 | --interpolate and --seed contradict each other:"
            + " --interpolate names the seeds",
        "--interpolate 1:2 --nearest 3 --dataset mnist | --interpolate and --nearest contradict"
            + " each other: give one of them",
        "--interpolate 1:2 --count 1 | --count must be at least 2 with --interpolate, was 1",
        "--interpolate 1 | --interpolate must be two or more seeds, as in 1:2 or 1:2:3, was 1",
        "--interpolate 1: | --interpolate must be two or more seeds, as in 1:2 or 1:2:3, was 1:",
        "--interpolate 1:x | --interpolate must be two or more seeds, as in 1:2 or 1:2:3, was 1:x",
        "--interpolate 1-2 | --interpolate must be two or more seeds, as in 1:2 or 1:2:3, was 1-2",
        "--interpolate 1:2 --path round | --path must be spherical or linear, was round",
        "--path linear | --path needs --interpolate",
        "--truncation 0 | --truncation must be a positive number, was 0",
        "--truncation NaN | --truncation must be a positive number, was NaN",
        "--truncation much | --truncation must be a positive number, was much",
        "--nearest 3 | --nearest needs --dataset: what MODEL was trained on",
        "--nearest 3 --data photos | --nearest needs --dataset: what MODEL was trained on",
        "--dataset mnist | --dataset needs --nearest",
        "--data photos | --data needs --nearest",
        "--nearest 3 --dataset cifar | --dataset must be one of mnist, fashion-mnist,"
            + " stacked-mnist, idx, folder, was cifar",
        "--nearest 3 --dataset folder | --dataset folder needs data, the folder of images, which is"
            + " not given",
        "--nearest 0 --dataset mnist | --nearest must be a whole number from 1 to 2147483647,"
            + " was 0",
        "--nearest 3 --dataset mnist --out a.npy | --out must end in .png with --nearest,"
            + " was a.npy",
      })
  void wrongUsageIsToldBeforeAnythingElse(String flags, String message) {
    String line = "generate no-such-model " + flags;
    line += flags.contains("--count") ? "" : " --count 5";
    line += flags.contains("--out") ? "" : " --out a.png";

    Cli.Result result = Cli.run((Object[]) line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .containsExactly("error: " + message, "See 'gan4j generate --help'.");
  }

  @Test
  void refusesMoreNeighboursThanThereAre() throws IOException {
    assertFails(
        tiny28(), 3, 60_001, "--nearest must be at most 60000, the size of mnist-train, was 60001");
  }

  @Test
  void refusesAPictureOfTooManyImages() throws IOException {
    assertFails(
        tiny28(),
        3000,
        60,
        "a picture holds at most 100000 images, --count 3000 with --nearest 60 makes 183000");
  }

  private void assertFails(Path model, int count, int nearest, String message) {
    Path out = folder.resolve("a.png");

    Cli.Result result =
        Cli.run(
            "generate",
            model,
            "--count",
            count,
            "--nearest",
            nearest,
            "--dataset",
            "mnist",
            "--out",
            out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualToIgnoringNewLines("error: " + message);
    assertThat(out).doesNotExist();
  }

  private Path tiny28() throws IOException {
    return model(ImageShape.grey(28, 28));
  }

  private Path model(ImageShape shape) throws IOException {
    Path file = folder.resolve("model.safetensors");
    float[][] images = {new float[shape.size()], new float[shape.size()]};
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(2)
            .mlp(4)
            .batchSize(2)
            .maxSteps(1)
            .train(ArrayDataset.of(images, shape))) {
      gan.save(file);
    }
    return file;
  }
}
