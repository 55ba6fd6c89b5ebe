package io.github.gan4j.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process ever held. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** Returns the peak resident size in MB of 10⁶ bytes; "unknown" where no /proc tells it. */
  static String megabytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "unknown";
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmHWM:")) {
        long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
        return Long.toString(Math.round(kibibytes * 1024 / 1e6));
      }
    }
    return "unknown";
  }
}
