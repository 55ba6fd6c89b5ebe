package io.github.gan4j.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Starts Java programs with paths of their own. */
public final class Java {
  /** What the library asks for at compile time only, by the beginnings of its files' names. */
  private static final List<String> COMPILE_TIME = List.of("jspecify-", "error_prone_annotations-");

  private Java() {}

  /** Returns where a class was read from: a jar, or a folder of classes. */
  public static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the class path of this process, but for what is needed at compile time only. */
  static List<Path> classPath(Predicate<Path> kept) {
    return entries().filter(entry -> !isForCompiling(entry)).filter(kept).toList();
  }

  /** Returns what is needed at compile time only. */
  static List<Path> annotations() {
    List<Path> found = entries().filter(Java::isForCompiling).toList();
    assertThat(found).hasSize(COMPILE_TIME.size());
    return found;
  }

  private static Stream<Path> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of);
  }

  private static boolean isForCompiling(Path entry) {
    return COMPILE_TIME.stream().anyMatch(entry.getFileName().toString()::startsWith);
  }

  static String join(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  /** Returns the JVM of this process. */
  static Path current() {
    return Path.of(System.getProperty("java.home"));
  }

  /**
   * Runs a program, which must end well, and returns all that it printed.
   *
   * @param home the folder of its JVM
   */
  static String run(Path home, List<String> arguments) throws IOException, InterruptedException {
    return run(home, arguments, true);
  }

  /** Runs a program, which must fail, and returns all that it printed. */
  static String runFailing(Path home, List<String> arguments)
      throws IOException, InterruptedException {
    return run(home, arguments, false);
  }

  private static String run(Path home, List<String> arguments, boolean endsWell)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("java", ".txt");
    try {
      List<String> command = new ArrayList<>();
      command.add(home.resolve("bin").resolve("java").toString());
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("ended in time").isTrue();
      } finally {
        process.destroyForcibly();
      }
      String printed = Files.readString(output);
      assertThat(process.exitValue() == 0).as(printed).isEqualTo(endsWell);
      return printed;
    } finally {
      Files.delete(output);
    }
  }
}
