package io.github.gan4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls the command line in a process of its own, as a shell does. */
final class ChildJvm {
  /** Instead of a build that hangs. */
  private static final int MOST_SECONDS = 300;

  /**
   * What a call left.
   *
   * @param exitCode what the shell sees
   * @param text both streams
   */
  record Result(int exitCode, String text) {}

  private final Path workingFolder;
  private final List<String> options;

  /**
   * Makes one.
   *
   * @param options of the JVM
   */
  ChildJvm(Path workingFolder, String... options) {
    this.workingFolder = workingFolder;
    this.options = List.of(options);
  }

  Path workingFolder() {
    return workingFolder;
  }

  /** Returns the process, whose output goes into a file. */
  Process start(Path output, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command)
        .directory(workingFolder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Waits until the call is over. */
  Result run(Object... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".txt");
    try {
      return end(start(output, arguments), output);
    } finally {
      Files.delete(output);
    }
  }

  /** Waits until a process is over, and ends it if that takes too long. */
  static Result end(Process process, Path output) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + Files.readString(output));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }
}
