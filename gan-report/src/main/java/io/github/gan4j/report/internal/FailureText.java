package io.github.gan4j.report.internal;

import io.github.gan4j.error.GanException;

/** Describes the exception that ended a run. */
public final class FailureText {
  private FailureText() {}

  /** Returns one line: what this library says of itself, and of others the kind too. */
  public static String describe(Throwable failure) {
    String message = failure.getMessage();
    String text = failure instanceof GanException && message != null ? message : failure.toString();
    return text.lines().findFirst().orElse(text);
  }
}
