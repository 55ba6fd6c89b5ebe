package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Calls the command line as a person would, within this process. */
public final class Cli {
  /**
   * What a call left on the screen.
   *
   * @param exitCode what the shell sees
   * @param out standard output
   * @param err standard error, the progress display included
   */
  public record Result(int exitCode, String out, String err) {}

  private Cli() {}

  public static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(errBytes, true, UTF_8);
    PrintStream standardError = System.err;
    System.setErr(err);
    try {
      int exitCode =
          Main.commandLine()
              .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
              .setOut(new PrintWriter(out, true))
              .setErr(new PrintWriter(err, true, UTF_8))
              .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
      return new Result(exitCode, out.toString(), ours(errBytes.toString(UTF_8)));
    } finally {
      System.setErr(standardError);
    }
  }

  /** Drops the lines of the fuzzer, which looks at every class once one of its tests has run. */
  private static String ours(String err) {
    return err.replaceAll("(?m)^INFO: Instrumented .*\\R", "");
  }

  /** Returns the names of everything in a folder and the folders in it. */
  public static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
