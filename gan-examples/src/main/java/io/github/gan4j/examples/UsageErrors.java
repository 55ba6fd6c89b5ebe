package io.github.gan4j.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person of wrong usage: one line, and where to read on, instead of the whole usage. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Messages.error(command, message(e)));
    err.println(
        command.getParent() == null
            ? "See '--help'."
            : "See '%s --help'.".formatted(command.getCommandName()));
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
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
    List<String> suggestions = e.getSuggestions();
    String suggestion =
        suggestions.isEmpty() ? "" : "; did you mean %s?".formatted(lastWord(suggestions.get(0)));
    if (e.isUnknownOption()) {
      return "unknown flag " + found + suggestion;
    }
    if (!command.getSubcommands().isEmpty()) {
      return "unknown command " + found + suggestion;
    }
    return "unexpected argument " + found;
  }

  /** Suggested commands come with the program's name before them. */
  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
