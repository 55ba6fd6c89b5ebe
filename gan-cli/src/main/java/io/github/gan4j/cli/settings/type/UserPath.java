package io.github.gan4j.cli.settings.type;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as people write them: {@code ~} at the start is the home folder, as in a shell, which does
 * not see those in {@code --out=~/runs} or in a YAML file.
 */
public final class UserPath {
  private static final String HOME = "~";

  /** What Java has for a character that the locale cannot express. */
  private static final char UNREADABLE = '\uFFFD';

  private UserPath() {}

  /**
   * Reads a path.
   *
   * @throws InvalidPathException if it is none, or begins with another user's home ({@code
   *     ~somebody}), which is not known, or holds characters that the locale cannot express
   */
  public static Path of(String text) {
    if (text.indexOf(UNREADABLE) >= 0) {
      throw new InvalidPathException(
          text, "the locale cannot express all of its characters; set LC_ALL=C.UTF-8");
    }
    if (!text.startsWith(HOME)) {
      return Path.of(text);
    }
    String rest = text.substring(HOME.length());
    if (!rest.isEmpty() && !rest.startsWith("/") && !rest.startsWith(File.separator)) {
      throw new InvalidPathException(
          text, "~ must be followed by / for the home folder; for a file of that name write ./~");
    }
    return Path.of(System.getProperty("user.home") + rest);
  }
}
