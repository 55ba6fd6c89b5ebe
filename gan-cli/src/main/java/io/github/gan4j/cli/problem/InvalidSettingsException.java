package io.github.gan4j.cli.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The settings of a run are wrong, in one or several places. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Makes one with all that is wrong, at least one problem. */
  public InvalidSettingsException(List<Problem> problems) {
    super(message(problems));
  }

  private static String message(List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).toString();
    }
    return problems.stream()
        .map(problem -> System.lineSeparator() + "  " + problem)
        .collect(Collectors.joining("", problems.size() + " problems with the settings:", ""));
  }
}
