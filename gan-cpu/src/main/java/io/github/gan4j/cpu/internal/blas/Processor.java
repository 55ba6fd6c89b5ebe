package io.github.gan4j.cpu.internal.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the processor can do, as far as the system tells. */
public final class Processor {
  private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");
  private static final List<String> BFLOAT16 = List.of("amx_bf16", "avx512_bf16");

  private Processor() {}

  /** Returns whether the system says that there are no instructions for bfloat16. */
  public static boolean lacksBfloat16() {
    return lacks(BFLOAT16, LINUX_PROCESSORS);
  }

  /** Returns whether a file as Linux has it lists flags, and none of these. */
  static boolean lacks(List<String> flags, Path processors) {
    try {
      List<String> listed =
          Files.readAllLines(processors).stream().filter(line -> line.startsWith("flags")).toList();
      return !listed.isEmpty()
          && listed.stream()
              .flatMap(line -> Arrays.stream(line.split("\\s+")))
              .noneMatch(flags::contains);
    } catch (IOException e) {
      // No Linux: nobody tells.
      return false;
    }
  }
}
