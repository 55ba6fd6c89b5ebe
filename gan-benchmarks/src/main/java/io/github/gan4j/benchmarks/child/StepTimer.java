package io.github.gan4j.benchmarks.child;

import io.github.gan4j.Trainer;
import io.github.gan4j.cpu.CpuEngine;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times a workload's steps. It prints a line when the first has ended, and one at the end. */
@Command(name = "step-timer", mixinStandardHelpOptions = true)
public final class StepTimer implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WorkloadOptions options;
  @Mixin private Timing timing;

  @Option(names = "--threads", paramLabel = "N", description = "instead of the engine's choice")
  private @Nullable Integer threads;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  StepTimer() {}

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StepTimer()).execute(args));
  }

  @Override
  public Integer call() {
    if (threads != null) {
      System.setProperty(CpuEngine.THREADS_PROPERTY, threads.toString());
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Trainer trainer = options.workload().trainer()) {
      out.printf(Locale.ROOT, "first_loss=%.3f%n", trainer.step().generator());
      out.flush();
      out.println(timing.time("step", trainer.run().imagesPerStep(), trainer::step));
    }
    out.flush();
    return 0;
  }
}
