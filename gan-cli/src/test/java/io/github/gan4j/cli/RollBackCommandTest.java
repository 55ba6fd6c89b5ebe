package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learning rate of 1e20 takes weights beyond what a float holds within a few steps. */
class RollBackCommandTest {
  @TempDir private Path folder;

  @Test
  void runThatDivergesGoesBackAndIsDone() throws IOException {
    Path run = folder.resolve("run");

    Cli.Result result =
        train(run, "--roll-backs", 2, "--roll-back-rate", "1e-12", "--checkpoint-interval", 2);

    assertThat(result.exitCode()).isZero();
    assertThat(Files.readString(run.resolve("training.log")))
        .containsSubsequence(
            "diverged (the ", "back to step 0, learning rates times 1.0E-12", "after step 8;");
    assertThat(result.err()).contains("; back to step 0, learning rates times 1.0E-12");
    List<String> lines = Files.readAllLines(run.resolve("losses.csv"));
    assertThat(lines).hasSize(1 + 8);
    assertThat(lines.get(1)).startsWith("1,1,");
    assertThat(lines.get(8)).startsWith("8,1,").doesNotContain("Inf", "NaN");
    assertThat(Files.readString(run.resolve("report.html"))).contains("back to step 0");
  }

  @Test
  void runThatMayNotGoBackFailsAndSaysWhere() throws IOException {
    Path run = folder.resolve("run");

    Cli.Result result = train(run);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("error: training diverged in step ", " is infinite or not a number; discrim");
    assertThat(run.resolve("model.safetensors")).doesNotExist();
    assertThat(Files.readString(run.resolve("training.log"))).contains("failed");
  }

  private static Cli.Result train(Path run, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "mnist-plain",
                "--hidden",
                16,
                "--learning-rate",
                "1e20",
                "--max-steps",
                8,
                "--progress",
                "lines",
                "--out",
                run));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }
}
