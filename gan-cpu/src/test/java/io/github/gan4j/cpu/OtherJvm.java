package io.github.gan4j.cpu;

import io.github.gan4j.vector.VectorApi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs a class of the tests in a JVM of its own. */
final class OtherJvm {
  private OtherJvm() {}

  /** Returns the options with which another JVM multiplies as this one does. */
  static String[] sameKernels() {
    String chosen = System.getProperty(Kernels.PROPERTY);
    return chosen == null
        ? new String[0]
        : new String[] {"--add-modules", VectorApi.MODULE, "-D" + Kernels.PROPERTY + "=" + chosen};
  }

  /**
   * Runs a main class and returns all that it printed.
   *
   * @param kept which file names of this process's class path it gets
   * @param options of the JVM
   */
  static String run(Class<?> main, Predicate<String> kept, String... options) throws IOException {
    return run(main, List.of(), kept, options);
  }

  /**
   * Runs a main class and returns all that it printed.
   *
   * @param first what its class path begins with
   * @param kept which file names of this process's class path it gets
   * @param options of the JVM
   */
  static String run(Class<?> main, List<Path> first, Predicate<String> kept, String... options)
      throws IOException {
    Path output = Files.createTempFile("other-jvm", ".txt");
    Path arguments = Files.createTempFile("other-jvm", ".args");
    try {
      Files.write(
          arguments,
          List.of("-cp", quoted(classPath(first, kept)), main.getName()),
          StandardCharsets.UTF_8);
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // Else JDK 24 and later print a warning of the native libraries.
      command.add("--enable-native-access=ALL-UNNAMED");
      command.addAll(Arrays.asList(options));
      command.add("@" + arguments);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
          throw new AssertionError("still running: " + Files.readString(output));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      } finally {
        process.destroyForcibly();
      }
      return Files.readString(output);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(arguments);
    }
  }

  private static String classPath(List<Path> first, Predicate<String> kept) {
    List<String> entries = new ArrayList<>();
    first.forEach(entry -> entries.add(entry.toString()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (kept.test(Path.of(entry).getFileName().toString())) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\") + '"';
  }
}
