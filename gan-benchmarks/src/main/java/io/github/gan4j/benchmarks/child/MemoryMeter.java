package io.github.gan4j.benchmarks.child;

import com.sun.management.ThreadMXBean;
import io.github.gan4j.Trainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a steady run allocates on the heap a step, and how its resident memory grows. */
@Command(name = "memory-meter", mixinStandardHelpOptions = true)
public final class MemoryMeter implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WorkloadOptions options;

  @Option(names = "--from", paramLabel = "N", required = true, description = "the first step")
  private int from;

  @Option(names = "--to", paramLabel = "N", required = true, description = "the last step")
  private int to;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  MemoryMeter() {}

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MemoryMeter()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Trainer trainer = options.workload().trainer()) {
      stepTo(from, trainer);
      double residentBefore = residentMegabytes();
      long allocatedBefore = allocatedBytes();
      stepTo(to, trainer);
      out.printf(
          Locale.ROOT,
          "heap_kb_per_step=%.3f rss_mb=%.1f rss_growth_mb=%.1f%n",
          (allocatedBytes() - allocatedBefore) / 1e3 / (to - from),
          residentMegabytes(),
          residentMegabytes() - residentBefore);
    }
    out.flush();
    return 0;
  }

  private static void stepTo(int step, Trainer trainer) {
    while (trainer.steps() < step) {
      trainer.step();
    }
  }

  /** Returns what the living threads have allocated since they started. */
  private static long allocatedBytes() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        // -1 for a thread that has just ended.
        .filter(bytes -> bytes > 0)
        .sum();
  }

  private static double residentMegabytes() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          * 1024
          / 1e6;
    }
  }
}
