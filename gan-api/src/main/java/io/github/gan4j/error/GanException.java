package io.github.gan4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of what this library throws for reasons outside of the calling code: files, engines, a
 * run that diverged. Wrong arguments are {@link IllegalArgumentException}s.
 */
public class GanException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Makes one whose message says what was expected and what was found. */
  public GanException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Makes one without a cause. */
  public GanException(String message) {
    this(message, null);
  }
}
