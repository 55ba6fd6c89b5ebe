package io.github.gan4j.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that takes a folder, until it is killed. */
final class HoldingProcess implements AutoCloseable {
  private static final String TAKEN = "taken";

  private final Process process;

  private HoldingProcess(Process process) {
    this.process = process;
  }

  static HoldingProcess take(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    HoldingProcess holding = new HoldingProcess(process);
    String line = process.inputReader(UTF_8).readLine();
    if (!TAKEN.equals(line)) {
      holding.close();
      throw new AssertionError("did not take " + folder + ": " + line);
    }
    return holding;
  }

  long pid() {
    return process.pid();
  }

  /** Kills it: it has no time to clean up. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Takes the folder that the argument names, and waits to be killed. */
  public static void main(String[] arguments) throws Exception {
    try (FolderLock lock = FolderLock.take(Path.of(arguments[0]))) {
      System.out.println(lock.folder().toString().isEmpty() ? "" : TAKEN);
      Thread.currentThread().join();
    }
  }
}
