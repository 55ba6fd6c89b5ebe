package io.github.gan4j.cli.usage;

import io.github.gan4j.cli.problem.Messages;
import io.github.gan4j.cli.problem.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person of wrong usage: one line, and where to read on, instead of the whole usage. */
public final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    List<String> unknown = UnknownFlags.in(arguments, command);
    PrintWriter err = command.getErr();
    err.println(Messages.error(command, unknown.isEmpty() ? message(e) : listed(unknown)));
    err.println(seeHelp(command));
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String listed(List<String> problems) {
    return problems.size() == 1
        ? problems.get(0)
        : problems.stream()
            .map(problem -> System.lineSeparator() + "  " + problem)
            .collect(Collectors.joining("", problems.size() + " flags are wrong:", ""));
  }

  /** Returns the line that tells where to read on. */
  public static String seeHelp(CommandLine command) {
    return "See '%s --help'.".formatted(command.getCommandSpec().qualifiedName());
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return message(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      String names =
          missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "));
      // The same exception tells of a flag at the end of the line, without the value it needs.
      boolean valueOnly = Messages.of(e).contains("parameter for option");
      return names + (valueOnly ? " must have a value" : " must be given");
    }
    if (e instanceof OverwrittenOptionException overwritten) {
      return name(overwritten.getOverwritten()) + " must be given once, was given twice";
    }
    String message = Messages.of(e);
    ArgSpec argument = e.getArgSpec();
    // A converter's message is the rule and what was found; picocli has put a description before.
    int rule = message.indexOf(": must be ");
    return argument == null || rule < 0
        ? message
        : name(argument) + message.substring(rule + ": ".length() - 1);
  }

  private static String message(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String found = e.getUnmatched().get(0);
    if (!command.getSubcommands().isEmpty()) {
      return "unknown command "
          + found
          + Nearest.suggestion(found, command.getSubcommands().keySet());
    }
    List<String> all = e.getUnmatched();
    return (all.size() == 1 ? "unexpected argument " : "unexpected arguments ")
        + String.join(", ", all);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
