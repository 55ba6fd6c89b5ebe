package io.github.gan4j.cli.settings.type;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or folder. */
public final class FilePath extends Type<Path> {
  public FilePath(String label) {
    super(label, "a path");
  }

  @Override
  public @Nullable Path parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return UserPath.of(text);
    } catch (InvalidPathException e) {
      return null; // Which says that the rule is broken.
    }
  }

  @Override
  public String advice(String text) {
    try {
      Path unused = UserPath.of(text);
      return "";
    } catch (InvalidPathException e) {
      return ": " + e.getReason();
    }
  }

  @Override
  public String format(Path value) {
    return value.toString();
  }
}
