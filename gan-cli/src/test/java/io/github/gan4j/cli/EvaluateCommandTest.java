package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  private static final ImageShape SMALL = ImageShape.grey(6, 5);

  @TempDir private Path folder;

  @Test
  void ofAConditionalModelItTellsHowManyImagesAreOfTheClassAskedFor() throws IOException {
    Path model = train(Gan.builder().conditional(10), Mnist.train());

    List<String> lines = evaluate(model, "--count", 25);

    assertThat(lines.get(0))
        .matches("a classifier trained on mnist-train names 9\\d\\.\\d\\d% of mnist-test rightly");
    assertThat(lines.get(1)).matches("\\d+\\.\\d\\d% of 25 generated images are of the class.*");
    double overall = percent(lines.get(1).substring(0, lines.get(1).indexOf('%')));
    double right = 0;
    for (int label = 0; label < 10; label++) {
      String line = lines.get(2 + label);
      assertThat(line).matches("  " + label + " +\\d+\\.\\d\\d%");
      right += percent(line.substring(3, line.length() - 1)) / 100 * (label < 5 ? 3 : 2);
    }
    assertThat(overall).isCloseTo(right / 25 * 100, within(0.1));
    assertThat(lines).hasSize(12);
  }

  @Test
  void ofAModelWithoutClassesItTellsTheirShares() throws IOException {
    Path model = train(Gan.builder(), Mnist.train());

    List<String> lines = evaluate(model, "--count", 20);

    assertThat(lines.get(1))
        .matches(
            "20 generated images cover \\d+ of 10 classes; KL divergence from equal shares"
                + " \\d\\.\\d{4} nats");
    double sum = 0;
    for (String line : lines.subList(2, 12)) {
      sum += percent(line.substring(3, line.length() - 1));
    }
    assertThat(sum).isCloseTo(100.0, within(0.1));
    assertThat(evaluate(model, "--count", 20)).as("the same seed").isEqualTo(lines);
  }

  @Test
  void ofAModelOfThreeStackedImagesItTellsTheModes() throws IOException {
    Path model = train(Gan.builder(), Datasets.stacked(Mnist.train(), 64, 1));

    List<String> lines = evaluate(model, "--count", 30);

    assertThat(lines)
        .hasSize(2)
        .last()
        .asString()
        .matches("30 generated images cover \\d+ of 1000 modes; KL .* \\d\\.\\d{4} nats");
  }

  @Test
  void refusesAModelOfOtherImagesOrClasses() throws IOException {
    assertFails(
        train(Gan.builder(), ArrayDataset.of(new float[8][SMALL.size()], SMALL)),
        "MODEL must make images of 1x28x28, as mnist holds, or of 3x28x28, three of them stacked;"
            + " makes 1x6x5");
    assertFails(
        train(
            Gan.builder().conditional(2),
            ArrayDataset.of(new float[8][28 * 28], ImageShape.grey(28, 28), new int[8], 2)),
        "MODEL must have 10 classes, as mnist has, or none; has 2");
    assertFails(
        train(
            Gan.builder().conditional(2),
            ArrayDataset.of(new float[8][3 * 28 * 28], new ImageShape(3, 28, 28), new int[8], 2)),
        "MODEL must be without classes if it makes images of 3x28x28, has 2");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertFails(empty, "%s: holds neither model.safetensors nor checkpoints".formatted(empty));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate m | --dataset must be given",
        "evaluate --dataset mnist | MODEL must be given",
        "evaluate m --dataset cifar | --dataset must be mnist or fashion-mnist, was cifar",
        "evaluate m --dataset mnist --count 0 | --count must be a whole number from 1 to"
            + " 2147483647, was 0",
      })
  void wrongUsageIsToldBeforeAnythingElse(String line, String message) {
    Cli.Result result = Cli.run((Object[]) line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly("error: " + message, "See 'gan4j evaluate --help'.");
  }

  private Path train(GanBuilder builder, Dataset data) throws IOException {
    Path model = folder.resolve("model.safetensors");
    try (TrainedGan gan = builder.latentDim(4).mlp(16).batchSize(4).maxSteps(2).train(data)) {
      gan.save(model);
    }
    return model;
  }

  private static List<String> evaluate(Path model, String flag, int value) {
    Cli.Result result =
        Cli.run("evaluate", model, "--dataset", "mnist", "--classifier-epochs", 1, flag, value);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out().lines().toList();
  }

  private static void assertFails(Path model, String message) {
    Cli.Result result = Cli.run("evaluate", model, "--dataset", "mnist");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: " + message).hasLineCount(1);
  }

  private static double percent(String text) {
    return Double.parseDouble(text.strip());
  }
}
