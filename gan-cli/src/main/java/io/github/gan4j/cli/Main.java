package io.github.gan4j.cli;

import io.github.gan4j.cli.argument.PathConverter;
import io.github.gan4j.cli.bench.BenchCommand;
import io.github.gan4j.cli.completion.CompletionCommand;
import io.github.gan4j.cli.evaluate.EvaluateCommand;
import io.github.gan4j.cli.generate.GenerateCommand;
import io.github.gan4j.cli.invert.InvertCommand;
import io.github.gan4j.cli.modes.ModesCommand;
import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.problem.Messages;
import io.github.gan4j.cli.recipes.RecipesCommand;
import io.github.gan4j.cli.train.TrainCommand;
import io.github.gan4j.cli.usage.UsageErrors;
import io.github.gan4j.cli.usage.Version;
import io.github.gan4j.error.GanException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code train}, {@code generate}, {@code invert}, {@code evaluate}, {@code
 * modes}, {@code bench}, {@code recipes} and {@code completion}.
 */
@Command(
    name = "gan4j",
    description = "Trains generative adversarial networks and generates with them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nFor example:%n",
    footer = {
      "  gan4j train mnist --out runs/first",
      "  gan4j generate runs/first/model.safetensors --count 64 --out digits.png"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage", "130:interrupted"})
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  Main() {}

  /** Runs the command that the arguments name and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Returns the command line with all its commands. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(TrainCommand.commandLine())
        .addSubcommand(GenerateCommand.commandLine())
        .addSubcommand(new InvertCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(new ModesCommand())
        .addSubcommand(new BenchCommand())
        .addSubcommand(new RecipesCommand())
        .addSubcommand(new CompletionCommand(Main::commandLine))
        .addSubcommand(new CommandLine.HelpCommand())
        .registerConverter(Path.class, new PathConverter())
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(Main::report);
  }

  /** Nothing was asked for: shows what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** What a user can mend is one line; anything else is ours, and shows where it came from. */
  private static int report(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments)
      throws Exception {
    if (!(e instanceof InvalidSettingsException
        || e instanceof GanException
        || e instanceof IllegalArgumentException
        || e instanceof IOException
        || e instanceof UncheckedIOException)) {
      throw e;
    }
    PrintWriter err = commandLine.getErr();
    err.println(Messages.error(commandLine, Messages.of(e)));
    boolean isUsage = e instanceof InvalidSettingsException;
    if (isUsage) {
      err.println(UsageErrors.seeHelp(commandLine));
    }
    err.flush();
    CommandSpec command = commandLine.getCommandSpec();
    return isUsage ? command.exitCodeOnInvalidInput() : command.exitCodeOnExecutionException();
  }
}
