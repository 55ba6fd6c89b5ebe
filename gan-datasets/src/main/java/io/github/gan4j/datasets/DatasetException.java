package io.github.gan4j.datasets;

import io.github.gan4j.error.GanException;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that cannot be read as a dataset, or a dataset that another cannot be made of;
 * nothing of it was kept.
 */
public final class DatasetException extends GanException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final String reason;

  DatasetException(String file, String reason) {
    this(file, reason, null);
  }

  DatasetException(String file, String reason, @Nullable Throwable cause) {
    super(file + ": " + reason, cause);
    this.file = file;
    this.reason = reason;
  }

  /** Returns the file or folder as the caller named it, or the dataset's name. */
  public String file() {
    return file;
  }

  /** Returns the rule that was broken and what was found. */
  public String reason() {
    return reason;
  }
}
