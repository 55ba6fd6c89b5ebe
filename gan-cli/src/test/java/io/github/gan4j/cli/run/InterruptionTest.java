package io.github.gan4j.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill to send signals with")
@Timeout(120) // Instead of a build that hangs.
class InterruptionTest {
  /** Its bit among the signals that a process ignores. */
  private static final long SIGINT = 1 << 1;

  /** Waits for signals for as long as it is let. */
  static final class Waiting {
    public static void main(String[] args) throws InterruptedException {
      try (Interruption interruption = Interruption.call(() -> System.out.println("first"))) {
        System.out.println("waiting " + interruption.happened());
        while (true) {
          Thread.sleep(100_000);
        }
      }
    }
  }

  @Test
  void theFirstSignalCallsTheActionAndTheSecondEndsTheProcess() throws Exception {
    assumeThat(ignoresInterrupts()).as("a shell's background job, as are its children").isFalse();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName())
            .start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("waiting false");
      kill("INT", process);
      assertThat(out.readLine()).isEqualTo("first");
      assertThat(process.isAlive()).isTrue();

      kill("INT", process);

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(out.readLine()).as("the action is called once").isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
    }
  }

  private static void kill(String signal, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
