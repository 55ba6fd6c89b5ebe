package io.github.gan4j.error;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is no model that this library can read. */
public class ModelFormatException extends GanException {
  private static final long serialVersionUID = 1;

  /** Makes one that names the file, and the byte or field that is wrong. */
  public ModelFormatException(Path file, String problem, @Nullable Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
