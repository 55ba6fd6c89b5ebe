package io.github.gan4j.examples;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.report.LossCsv;
import io.github.gan4j.report.SampleGrids;
import io.github.gan4j.report.TerminalProgress;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a recipe and leaves a run folder. */
@Command(
    name = "train",
    description = {
      "Trains a recipe and leaves a run folder with model.safetensors, losses.csv and samples/."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      description = "what to train: see 'recipes'",
      converter = RecipeConverter.class)
  private Recipe recipe;

  @Option(names = "--epochs", paramLabel = "N", description = "epochs, instead of the recipe's")
  private @Nullable Integer epochs;

  @Option(names = "--max-steps", paramLabel = "N", description = "stop after so many steps")
  private @Nullable Long maxSteps;

  @Option(names = "--seed", paramLabel = "S", description = "seed, instead of the recipe's")
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
    GanBuilder builder = configured();
    RunFolder folder = RunFolder.create(out != null ? out : RunFolder.byDefault(recipe));
    Dataset dataset = recipe.dataset().get();
    builder
        .listener(TerminalProgress.onStandardError())
        .listener(LossCsv.writeTo(folder.losses()))
        .listener(SampleGrids.into(folder.samples()));
    try (TrainedGan gan = builder.train(dataset)) {
      gan.save(folder.model());
    }
    PrintWriter console = spec.commandLine().getOut();
    console.println("wrote " + folder.path());
    console.flush();
    return 0;
  }

  /** The recipe with the flags' settings; wrong ones are wrong usage. */
  private GanBuilder configured() {
    GanBuilder builder = recipe.builder().get();
    try {
      if (epochs != null) {
        builder.epochs(epochs);
      }
      if (seed != null) {
        builder.seed(seed);
      }
      if (maxSteps != null) {
        builder.listener(stopAfter(maxSteps));
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Messages.of(e), e);
    }
    return builder;
  }

  private static TrainingListener stopAfter(long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("--max-steps must be at least 1, was " + steps);
    }
    return new TrainingListener() {
      @Override
      public void onLoss(LossEvent event) {
        if (event.step() >= steps) {
          event.run().requestStop();
        }
      }
    };
  }
}
