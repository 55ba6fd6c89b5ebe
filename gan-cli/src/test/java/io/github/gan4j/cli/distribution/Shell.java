package io.github.gan4j.cli.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a shell does, in an environment that a test chooses. */
final class Shell {
  /** Instead of a build that hangs. */
  private static final int MOST_SECONDS = 300;

  /**
   * What a command left.
   *
   * @param exitCode what the shell sees
   * @param out standard output
   * @param err standard error
   */
  record Result(int exitCode, String out, String err) {}

  private Shell() {}

  /** Runs a command with these variables in place of those of this process. */
  static Result run(Path folder, Map<String, String> variables, Path program, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(variables);
      Process process = builder.start();
      try {
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
      } finally {
        process.destroyForcibly();
      }
      return new Result(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
