package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are gone on with. */
@Timeout(3600) // Instead of a build that hangs.
class ResumeCommandTest {
  /** {@code -Dgan4j.kills=100} makes it long. */
  private static final int KILLS = Integer.getInteger("gan4j.kills", 3);

  @TempDir private Path folder;

  @Test
  void resumedRunLeavesWhatAnUninterruptedOneDoes() throws IOException {
    Path whole = folder.resolve("whole");
    Path resumed = folder.resolve("resumed");
    assertThat(train(whole, "--max-steps", 120).exitCode()).isZero();
    assertThat(train(resumed, "--max-steps", 70).exitCode()).isZero();
    Cli.Result result = Cli.run("train", "--resume", resumed, "--max-steps", 120);

    assertThat(result.err()).doesNotContain("WARN");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("wrote animation.gif, checkpoints/, config.yaml,");
    assertSame(whole, resumed);
    assertThat(resumed.resolve("animation.gif"))
        .hasSameBinaryContentAs(whole.resolve("animation.gif"));
    assertThat(resumed.resolve("losses.png")).hasSameBinaryContentAs(whole.resolve("losses.png"));
    assertThat(Files.readString(resumed.resolve("training.log")))
        .contains("done in epoch 2 after step 70", "training goes on after step 70")
        .contains("done in epoch 3 after step 120");
    assertThat(Files.readString(resumed.resolve("config.yaml"))).contains("max-steps: 120");
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run, "--max-steps", 3).exitCode()).isZero();
    byte[] model = Files.readAllBytes(run.resolve("model.safetensors"));
    Cli.Result result = Cli.run("train", "--resume", run);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            "all 3 steps of %s are done: max-steps 3 (%s:8) ends the run; --max-steps makes it longer\n"
                .formatted(run, run.resolve("config.yaml")));
    assertThat(run.resolve("model.safetensors")).hasBinaryContent(model);
  }

  @Test
  void moreEpochsThanTheLimitOfStepsAllowsAreAnError() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run, "--max-steps", 3).exitCode()).isZero();
    String before = Files.readString(run.resolve("config.yaml"));
    Cli.Result result = Cli.run("train", "--resume", run, "--epochs", 40);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--epochs 40 is ", "max-steps 3", "ends the run before", "give --max-steps too");
    assertThat(run.resolve("config.yaml")).hasContent(before);
  }

  @Test
  void mistakesAreTold() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run, "--max-steps", 3).exitCode()).isZero();

    assertMistake(
        Cli.run("train", "--resume", run, "--batch-size", 32, "--seed", 9, "--max-steps", 9),
        2,
        "batchSize must stay 64, was 32; seed must stay 1, was 9");
    assertMistake(
        Cli.run("train", "--resume", run, "--max-steps", 2), 2, "at least the 3 steps that are");
    assertMistake(
        Cli.run("train", "mnist", "--resume", run),
        2,
        "--resume must be given without RECIPE, --config and --out");
    assertMistake(
        Cli.run("train", "--resume", run, "--out", folder.resolve("x")),
        2,
        "--resume must be given without RECIPE, --config and --out");
    assertMistake(Cli.run("train", "--resume", folder.resolve("nowhere")), 2, "does not exist");
    Path newest = run.resolve("checkpoints/checkpoint-0000000003.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    assertMistake(Cli.run("train", "--resume", run, "--max-steps", 9), 1, "the file is damaged");
    Files.delete(newest);
    assertMistake(
        Cli.run("train", "--resume", run, "--max-steps", 9),
        1,
        "holds no checkpoint-STEP.safetensors");
  }

  private static void assertMistake(Cli.Result result, int exitCode, String text) {
    assertThat(result.err()).contains(text).doesNotContain("\tat ");
    assertThat(result.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void killedRunGoesOnFromWhereItWas() throws Exception {
    int steps = 60 + 60 * KILLS;
    Path whole = folder.resolve("whole");
    Path killed = folder.resolve("killed");
    assertThat(train(whole, "--max-steps", steps, "--checkpoint-interval", "5").exitCode())
        .isZero();
    CounterRandom random = new CounterRandom(11, RandomStream.SAMPLES, 0);
    boolean finished = false;
    for (int i = 0; !finished; i++) {
      boolean resumable = !newestState(killed).isEmpty();
      if (!resumable && Files.exists(killed)) {
        // Killed before its first state: there is nothing to go on with.
        killed = folder.resolve("killed-" + i);
      }
      String newest = newestState(killed);
      Process process = start(killed, steps, resumable);
      awaitAnotherState(process, killed, newest);
      long wait = i < KILLS ? Math.floorMod(random.bits(i), 400) : 300_000;
      finished = process.waitFor(wait, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (finished) {
        assertThat(process.exitValue()).isZero();
        assertThat(i).as("killed as often as asked").isGreaterThanOrEqualTo(KILLS);
      }
    }
    assertSame(whole, killed);
  }

  /** Waits until the run is under way, so that it is not killed before it does anything. */
  private static void awaitAnotherState(Process process, Path run, String newest)
      throws InterruptedException {
    while (process.isAlive() && newestState(run).equals(newest)) {
      Thread.sleep(2);
    }
  }

  /** Returns the name of the newest saved state, or the empty string. */
  private static String newestState(Path run) {
    String[] names = run.resolve("checkpoints").toFile().list();
    return names == null
        ? ""
        : Arrays.stream(names)
            .filter(name -> name.startsWith("checkpoint-"))
            .max(Comparator.naturalOrder())
            .orElse("");
  }

  private static Process start(Path run, int steps, boolean resume) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train"));
    if (resume) {
      command.addAll(List.of("--resume", run.toString()));
    } else {
      for (Object argument : arguments(run)) {
        command.add(argument.toString());
      }
      command.addAll(List.of("--max-steps", Integer.toString(steps), "--checkpoint-interval", "5"));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Cli.Result train(Path run, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("train"));
    arguments.addAll(arguments(run));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray());
  }

  private static List<Object> arguments(Path run) {
    return List.of(
        "fashion-dense",
        "--averaging",
        "0.9",
        "--discriminator-dropout",
        "0.2",
        "--sample-interval",
        10,
        "--threads",
        2,
        "--progress",
        "none",
        "--out",
        run);
  }

  /** Losses, samples and weights; the model's header holds times. */
  private static void assertSame(Path expected, Path actual) throws IOException {
    assertThat(actual.resolve("losses.csv"))
        .hasSameTextualContentAs(expected.resolve("losses.csv"));
    for (String name : Cli.tree(expected.resolve("samples"))) {
      assertThat(actual.resolve("samples").resolve(name))
          .hasSameBinaryContentAs(expected.resolve("samples").resolve(name));
    }
    Path expectedImages = expected.resolve("images.npy");
    Path actualImages = actual.resolve("images.npy");
    generate(expected, expectedImages);
    generate(actual, actualImages);
    assertThat(actualImages).hasSameBinaryContentAs(expectedImages);
  }

  private static void generate(Path run, Path images) {
    assertThat(
            Cli.run(
                    "generate",
                    run.resolve("model.safetensors"),
                    "--count",
                    20,
                    "--seed",
                    1,
                    "--out",
                    images)
                .exitCode())
        .isZero();
  }
}
