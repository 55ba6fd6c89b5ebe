package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.TrainedGan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run, in a process of its own, that is asked to end. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill to send signals with")
@Timeout(300) // Instead of a build that hangs.
class InterruptedRunTest {
  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void leavesAWholeRunFolder(String signal) throws Exception {
    assumeThat(ignoresInterrupts() && signal.equals("INT"))
        .as("started in the background by a shell that has such programs ignore it")
        .isFalse();
    Path run = folder.resolve("run");
    try (BufferedReader err = start("--epochs", "1000000", "--out", run.toString())) {
      String line;
      do {
        line = err.readLine();
        assertThat(line).as("ended before the first epoch").isNotNull();
      } while (!line.startsWith("epoch"));

      kill(signal);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("interrupted; wrote animation.gif, checkpoints/, config.yaml, losses.csv,")
        .contains("model.safetensors", "report.html", "samples/");
    assertThat(Files.readString(run.resolve("report.html"))).contains(">stopped</strong>");
    try (TrainedGan gan = TrainedGan.load(run.resolve("model.safetensors"))) {
      int epochs = gan.history().epochs().size();
      assertThat(epochs).isPositive();
      assertThat(Files.readAllLines(run.resolve("losses.csv")).size() - 1)
          .isBetween(epochs * 50, (epochs + 1) * 50);
    }
    assertThat(Cli.tree(run)).noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp"));
  }

  /** Returns whether this process, and so those that it starts, came to be with SIGINT ignored. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    int interrupt = 2;
    return (Long.parseUnsignedLong(ignored, 16) >> (interrupt - 1) & 1) == 1;
  }

  private BufferedReader start(String... flags) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            "fashion-dense",
            "--progress=lines");
    builder.command().addAll(List.of(flags));
    process = builder.start();
    return process.errorReader(UTF_8);
  }

  private void kill(String signal) throws Exception {
    Process kill = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
