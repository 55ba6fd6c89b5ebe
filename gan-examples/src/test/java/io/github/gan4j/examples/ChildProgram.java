package io.github.gan4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, killed when it is closed. */
final class ChildProgram implements AutoCloseable {
  /** Instead of a build that hangs. */
  private static final long MOST_SECONDS = 300;

  private final Process process;
  private final Path output;

  private ChildProgram(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it; what it prints goes into a file. */
  static ChildProgram start(Class<?> program, Path output, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new ChildProgram(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  String printed() throws IOException {
    return Files.readString(output);
  }

  /** Waits until something is so, while the program runs. */
  void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!condition.call()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("ended, or too slow: " + printed());
      }
      Thread.sleep(10);
    }
  }

  /** Kills it, as {@code kill -9} does, and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
