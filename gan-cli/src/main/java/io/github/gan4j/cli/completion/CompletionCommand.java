package io.github.gan4j.cli.completion;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete the arguments of every command. */
@Command(
    name = "completion",
    description = "Prints a script that lets bash or zsh complete what one types.",
    mixinStandardHelpOptions = true,
    footer = {"", "For example:", "  source <(gan4j completion)"})
public final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Supplier<CommandLine> program;

  /**
   * Makes the command.
   *
   * @param program makes the command line whose commands and flags are completed
   */
  @SuppressWarnings("NullAway.Init") // The spec is set by picocli.
  public CompletionCommand(Supplier<CommandLine> program) {
    this.program = program;
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(script());
    out.flush();
  }

  private String script() {
    CommandLine main = program.get();
    main.getSubcommands().values().forEach(command -> adapt(command.getCommandSpec()));
    return AutoComplete.bash("gan4j", main);
  }

  /** Picocli keeps the values of a flag by its label, and does not offer what negates a switch. */
  private static void adapt(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      if (option.completionCandidates() != null) {
        replace(command, option, option.toBuilder().paramLabel(option.longestName()));
      } else if (option.negatable()) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        names.add(option.longestName().replaceFirst("^--", "--no-"));
        replace(
            command,
            option,
            option.toBuilder().negatable(false).names(names.toArray(String[]::new)));
      }
    }
  }

  private static void replace(CommandSpec command, OptionSpec old, OptionSpec.Builder by) {
    command.remove(old);
    command.addOption(by.build());
  }
}
