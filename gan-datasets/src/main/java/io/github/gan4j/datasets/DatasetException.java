package io.github.gan4j.datasets;

import io.github.gan4j.error.GanException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a file or folder cannot be read as a dataset, or a dataset cannot be transformed; names
 * the file, the rule and what was found.
 */
public final class DatasetException extends GanException {
  private static final long serialVersionUID = 2;

  private final String file;
  private final String reason;
  private final Remedy remedy;

  DatasetException(String file, String reason) {
    this(file, reason, Remedy.NONE, null);
  }

  DatasetException(String file, String reason, @Nullable Throwable cause) {
    this(file, reason, Remedy.NONE, cause);
  }

  DatasetException(String file, String reason, Remedy remedy, @Nullable Throwable cause) {
    super(message(file, reason, remedy.advice()), cause);
    this.file = file;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Returns the file or folder as the caller named it, or the dataset's name. */
  public String file() {
    return file;
  }

  /** Returns the rule that was broken and what was found. */
  public String reason() {
    return reason;
  }

  /** Returns what helps, which stands at the message's end. */
  public Remedy remedy() {
    return remedy;
  }

  /**
   * Returns the message with other words for what helps.
   *
   * @param advice such as a program's own switch; empty for none
   */
  public String messageWith(String advice) {
    return message(file, reason, advice);
  }

  private static String message(String file, String reason, String advice) {
    String problem = file + ": " + reason;
    if (advice.isEmpty()) {
      return problem;
    }
    return problem + (reason.contains("\n") ? "\n" : "; ") + advice;
  }

  /** Returns the same with something that helps. */
  DatasetException with(Remedy other) {
    return new DatasetException(file, reason, other, getCause());
  }
}
