package io.github.gan4j.benchmarks.child;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.image.Images;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times a generator that has been trained for one step. */
@Command(name = "generate-timer", mixinStandardHelpOptions = true)
public final class GenerateTimer implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private WorkloadOptions options;
  @Mixin private Timing timing;

  @Option(
      names = "--generate",
      paramLabel = "N",
      required = true,
      description = "how many images at once")
  private int count;

  /** Keeps the images from being optimised away. */
  private Images made;

  @SuppressWarnings("NullAway.Init") // Set by picocli, and by the first images.
  GenerateTimer() {}

  /** Runs it. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new GenerateTimer()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (TrainedGan gan = trained()) {
      out.println(timing.time("call", count, () -> made = gan.generate(count)));
      out.println("images=" + made.count());
    }
    out.flush();
    return 0;
  }

  private TrainedGan trained() {
    try (Trainer trainer = options.workload().trainer()) {
      trainer.step();
      return trainer.snapshot();
    }
  }
}
