package io.github.gan4j.examples;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.progress.TerminalProgress;
import io.github.gan4j.report.samples.SampleGrids;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a recipe and leaves a run folder. */
@Command(
    name = "train",
    description = {
      "Trains a recipe and leaves a run folder with model.safetensors, losses.csv and samples/."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      description = "what to train: see 'recipes'",
      converter = RecipeConverter.class)
  private Recipe recipe;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "epochs, instead of the recipe's",
      converter = WholeNumbers.FromOne.class)
  private @Nullable Integer epochs;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      description = "stop after so many steps",
      converter = WholeNumbers.FromOne.class)
  private @Nullable Integer maxSteps;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "seed, instead of the recipe's",
      converter = WholeNumbers.Any.class)
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run folder: new or empty (default: runs/RECIPE-TIME)")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  TrainCommand() {}

  @Override
  public Integer call() throws IOException {
    RunFolder folder = RunFolder.create(out != null ? out : RunFolder.byDefault(recipe));
    try {
      train(folder);
    } catch (IOException | RuntimeException | Error e) {
      folder.removeIfEmpty();
      throw e;
    }
    PrintWriter console = spec.commandLine().getOut();
    console.printf("wrote model.safetensors, losses.csv and samples/ to %s%n", folder.path());
    console.flush();
    return 0;
  }

  private void train(RunFolder folder) throws IOException {
    GanBuilder builder =
        configured()
            .listener(TerminalProgress.onStandardError())
            .listener(LossCsv.writeTo(folder.losses()))
            .listener(SampleGrids.into(folder.samples()));
    try (TrainedGan gan = builder.train(recipe.dataset().get())) {
      gan.save(folder.model());
    }
  }

  /** The recipe with the flags' settings. */
  private GanBuilder configured() {
    GanBuilder builder = recipe.builder().get();
    if (epochs != null) {
      builder.epochs(epochs);
    }
    if (seed != null) {
      builder.seed(seed);
    }
    if (maxSteps != null) {
      builder.maxSteps(maxSteps);
    }
    return builder;
  }
}
