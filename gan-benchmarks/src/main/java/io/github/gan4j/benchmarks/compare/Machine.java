package io.github.gan4j.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the measurements run on. */
final class Machine {
  private Machine() {}

  /** Returns processor, cores, memory and system in a line, as far as Linux tells them. */
  static String describe() {
    return describe(
        read("/proc/cpuinfo"),
        read("/proc/meminfo"),
        read("/etc/os-release"),
        Runtime.getRuntime().availableProcessors());
  }

  static String describe(String cpuInfo, String memInfo, String osRelease, int processors) {
    String model = find("model name\\s*: (.+)", cpuInfo).orElse(System.getProperty("os.arch"));
    String number = find("model\\s*: (\\d+)", cpuInfo).map(" (model %s)"::formatted).orElse("");
    String memory =
        find("MemTotal:\\s*(\\d+) kB", memInfo)
            .map(kib -> String.format(Locale.ROOT, ", %.1f GB", Long.parseLong(kib) * 1024 / 1e9))
            .orElse("");
    String system =
        find("PRETTY_NAME=\"?([^\"\\n]+)", osRelease).orElse(System.getProperty("os.name"));
    return "%s%s, %s processors%s, %s".formatted(model, number, processors, memory, system);
  }

  private static Optional<String> find(String pattern, String text) {
    return Pattern.compile("^" + pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .findFirst()
        .map((MatchResult found) -> found.group(1).strip());
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file), UTF_8);
    } catch (IOException e) {
      // Not Linux: the line says less.
      return "";
    }
  }
}
