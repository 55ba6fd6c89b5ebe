package io.github.gan4j.cli.usage;

import io.github.gan4j.cli.problem.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds the flags of a line that a command does not know: all of them, whatever else is wrong. What
 * follows a misspelt flag is often taken for something else, and refused for that first.
 */
final class UnknownFlags {
  /** Not a negative number. */
  private static final Pattern FLAG = Pattern.compile("--?[A-Za-z].*");

  private UnknownFlags() {}

  /** Returns what to tell of each, in their order. */
  static List<String> in(String[] arguments, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> known =
        Stream.of(spec.optionsMap(), spec.negatedOptionsMap())
            .flatMap(options -> options.keySet().stream())
            .toList();
    List<String> found = new ArrayList<>();
    for (int i = start(arguments, command); i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals("--")) {
        break;
      }
      if (!FLAG.matcher(argument).matches()) {
        continue;
      }
      int end = argument.indexOf('=');
      String name = end < 0 ? argument : argument.substring(0, end);
      OptionSpec option = spec.optionsMap().get(name);
      if (option != null && end < 0 && option.arity().min() > 0) {
        i++; // Its value, whatever it looks like.
      } else if (!known.contains(name) && !isCluster(name, spec)) {
        found.add("unknown flag " + name + Nearest.suggestion(name, known));
      }
    }
    return found;
  }

  private static int start(String[] arguments, CommandLine command) {
    return command.getParent() == null
        ? 0
        : Arrays.asList(arguments).indexOf(command.getCommandName()) + 1;
  }

  /** Short flags may stand together, as in -hV. */
  private static boolean isCluster(String name, CommandSpec spec) {
    return !name.startsWith("--")
        && name.chars().skip(1).allMatch(c -> spec.optionsMap().containsKey("-" + (char) c));
  }
}
