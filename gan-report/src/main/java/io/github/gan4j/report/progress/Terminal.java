package io.github.gan4j.report.progress;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whether standard error is a terminal, without native code. */
final class Terminal {
  private static final Path LINUX_STANDARD_ERROR = Path.of("/proc/self/fd/2");
  private static final Path UNIX_STANDARD_ERROR = Path.of("/dev/fd/2");

  private Terminal() {}

  static boolean standardErrorTakesBar() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return environmentTakesBar(System.getenv(), windows) && standardErrorIsTerminal();
  }

  /** Returns whether nothing in the environment speaks against a line that redraws itself. */
  static boolean environmentTakesBar(Map<String, String> environment, boolean windows) {
    String term = environment.get("TERM");
    String ci = environment.getOrDefault("CI", "");
    boolean capable = term == null ? windows : !term.isEmpty() && !term.equals("dumb");
    return capable && (ci.isEmpty() || ci.equalsIgnoreCase("false"));
  }

  /** Returns whether the terminal has a name: a bare Windows console prints escape sequences. */
  static boolean obeysEscapes(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return !term.isEmpty() && !term.equals("dumb");
  }

  private static boolean standardErrorIsTerminal() {
    if (Files.isSymbolicLink(LINUX_STANDARD_ERROR)) {
      try {
        return isTerminalDevice(Files.readSymbolicLink(LINUX_STANDARD_ERROR).toString());
      } catch (IOException e) {
        return false;
      }
    }
    // Elsewhere Java only tells of standard input and output together.
    return !Files.isRegularFile(UNIX_STANDARD_ERROR) && isTerminal(System.console());
  }

  /** Returns whether a Linux device is a terminal; a pipe reads {@code pipe:[123]}. */
  static boolean isTerminalDevice(String device) {
    return device.startsWith("/dev/pts/")
        || device.startsWith("/dev/tty")
        || device.equals("/dev/console");
  }

  /** From Java 22 on there can be a console without a terminal, and a method that tells. */
  static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
