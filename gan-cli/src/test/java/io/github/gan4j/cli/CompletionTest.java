package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code completion} prints, in a bash. */
class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private static Path folder;

  @BeforeAll
  static void print() throws IOException {
    assumeThat(BASH).isExecutable();
    Cli.Result result = Cli.run("completion");
    assertThat(result.exitCode()).isZero();
    Files.writeString(folder.resolve("completion"), result.out());
  }

  @Test
  void everyFlagIsOfferedItsOwnValuesAndTheCommandTakesEachOfThem() throws Exception {
    Map<List<String>, List<String>> expected = new LinkedHashMap<>();
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.completionCandidates() != null) {
          List<String> values = new ArrayList<>();
          option.completionCandidates().forEach(values::add);
          expected.put(line(command.getCommandName(), option.longestName(), ""), values);
        }
      }
    }

    Map<List<String>, List<String>> offered = complete(List.copyOf(expected.keySet()));

    assertThat(offered).hasSizeGreaterThan(20).isEqualTo(expected);
    assertThat(offered)
        .containsEntry(line("generate", "--path", ""), List.of("linear", "spherical"))
        .containsEntry(line("train", "--latent", ""), List.of("normal", "uniform", "sphere"))
        .containsEntry(line("train", "--channels", ""), List.of("1", "3", "auto"));
    offered.forEach(
        (line, values) -> {
          for (String value : values) {
            assertThat(errorOf(line.get(1), line.get(2), value))
                .as("%s %s", line, value)
                .doesNotContain(line.get(2) + " must be");
          }
        });
  }

  @Test
  void flagsCommandsAndRecipesAreOffered() throws Exception {
    List<String> csv = line("train", "mnist", "--csv");
    List<String> noC = line("train", "mnist", "--no-c");
    List<String> nearest = line("generate", "--ne");
    List<String> recipe = line("bench", "fashion-b");
    List<String> help = line("help", "comp");
    List<String> command = line("ev");

    assertThat(complete(List.of(csv, noC, nearest, recipe, help, command)))
        .containsEntry(csv, List.of("--csv"))
        .containsEntry(noC, List.of("--no-crop", "--no-csv"))
        .containsEntry(nearest, List.of("--nearest"))
        .containsEntry(recipe, List.of("fashion-balanced"))
        .containsEntry(help, List.of("completion"))
        .containsEntry(command, List.of("evaluate"));
  }

  /** Returns what the command says to a value. */
  private static String errorOf(String command, String flag, String value) {
    List<String> line = new ArrayList<>(List.of(command));
    if (command.equals("train")) {
      line.addAll(List.of("fashion-dense", "--show-config"));
    }
    if (command.equals("generate") || command.equals("evaluate")) {
      line.add("no-such-model");
    }
    line.addAll(List.of(flag, value));
    return Cli.run(line.toArray()).err();
  }

  private static List<String> line(String... words) {
    List<String> line = new ArrayList<>(List.of("gan4j"));
    Collections.addAll(line, words);
    return line;
  }

  /** Returns what bash offers for the last word of each line. */
  private static Map<List<String>, List<String>> complete(List<List<String>> lines)
      throws Exception {
    StringBuilder script = new StringBuilder("source \"$1\"\n");
    for (List<String> line : lines) {
      script.append("COMP_WORDS=(");
      line.forEach(word -> script.append(" '").append(word).append('\''));
      script.append(")\nCOMP_CWORD=").append(line.size() - 1);
      script.append("\nCOMP_LINE='").append(String.join(" ", line)).append("'\n");
      script.append("COMPREPLY=()\n_complete_gan4j\necho \"${COMPREPLY[*]}\"\n");
    }
    Path commands = Files.writeString(folder.resolve("commands"), script);
    Process bash =
        new ProcessBuilder(
                BASH.toString(),
                "--norc",
                commands.toString(),
                folder.resolve("completion").toString())
            // Outside of a completion, bash says so in every line.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> replies = new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(bash.waitFor()).isZero();
    assertThat(replies).hasSameSizeAs(lines);
    Map<List<String>, List<String>> offered = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      offered.put(lines.get(i), List.of(replies.get(i).strip().split(" ")));
    }
    return offered;
  }
}
