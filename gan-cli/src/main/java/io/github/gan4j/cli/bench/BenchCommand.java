package io.github.gan4j.cli.bench;

import io.github.gan4j.Trainer;
import io.github.gan4j.cli.argument.Numbers;
import io.github.gan4j.cli.argument.RecipeConverter;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times a recipe's steps. */
@Command(
    name = "bench",
    description = "Times a recipe's steps, after a warm-up, and prints their median.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      description = "what to time: see 'gan4j recipes'",
      converter = RecipeConverter.class,
      completionCandidates = RecipeConverter.Names.class)
  private Recipe recipe;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "500",
      description = "how many steps are timed (default: ${DEFAULT-VALUE})",
      converter = Numbers.FromOne.class)
  private int steps;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "500",
      description = "how many steps go before, untimed (default: ${DEFAULT-VALUE})",
      converter = Numbers.FromZero.class)
  private int warmUp;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public BenchCommand() {}

  @Override
  public Integer call() throws IOException {
    Run run;
    long[] nanos = new long[steps];
    // Epochs enough for any number of steps.
    try (Trainer trainer =
        recipe.builder().get().epochs(Integer.MAX_VALUE).trainer(recipe.dataset().open(null))) {
      run = trainer.run();
      for (int i = -warmUp; i < steps; i++) {
        long start = System.nanoTime();
        trainer.step();
        if (i >= 0) {
          nanos[i] = System.nanoTime() - start;
        }
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(figures(recipe.name(), run, nanos));
    out.flush();
    return 0;
  }

  /** Returns the line for steps that took so long. */
  static String figures(String recipe, Run run, long[] nanos) throws IOException {
    double milliseconds = median(nanos) / 1e6;
    return String.format(
        Locale.ROOT,
        "recipe=%s batch=%d steps=%d ms_per_step=%.3f images_per_s=%.0f peak_rss_mb=%s",
        recipe,
        run.config().schedule().batchSize(),
        nanos.length,
        milliseconds,
        run.imagesPerStep() / milliseconds * 1e3,
        PeakMemory.megabytes());
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
