package io.github.gan4j.benchmarks.run;

/** A program could not be run to its end; the message says why, in one line. */
public final class ProgramException extends Exception {
  private static final long serialVersionUID = 1;

  ProgramException(String message) {
    super(message);
  }

  ProgramException(String message, Throwable cause) {
    super(message, cause);
  }
}
