package io.github.gan4j.error;

import org.jspecify.annotations.Nullable;

/**
 * No engine could be had, or it cannot do what is asked. The message says what to add to the class
 * path or to the command line.
 */
public class EngineException extends GanException {
  private static final long serialVersionUID = 1;

  /** Makes one with the reason and the cure. */
  public EngineException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
