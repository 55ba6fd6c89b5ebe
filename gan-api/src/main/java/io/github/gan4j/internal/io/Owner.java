package io.github.gan4j.internal.io;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** This process, as it is told to others. */
final class Owner {
  /** Read, not looked up: a network that does not answer would have every run wait. */
  private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");

  private Owner() {}

  /** Returns process, computer and the time. */
  static String describe() {
    return "process %s on %s since %s"
        .formatted(
            ProcessHandle.current().pid(),
            computer(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String computer() {
    String windows = System.getenv("COMPUTERNAME");
    if (windows != null) {
      return windows;
    }
    try {
      return Files.isReadable(LINUX_NAME)
          ? Files.readString(LINUX_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "an unknown computer";
    }
  }
}
