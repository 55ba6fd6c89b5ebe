package io.github.gan4j.cli.train;

import io.github.gan4j.cli.argument.RecipeConverter;
import io.github.gan4j.cli.argument.SettingFlags;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.run.TrainingRun;
import io.github.gan4j.cli.settings.ConfigText;
import io.github.gan4j.cli.settings.DataSettings;
import io.github.gan4j.cli.settings.OutputSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.Setting;
import io.github.gan4j.cli.usage.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains by a recipe, a dataset, a file, flags, or all of them. */
@Command(
    name = "train",
    customSynopsis = {
      "@|bold gan4j train|@ @|yellow RECIPE|@ [SETTING...]",
      "       @|bold gan4j train|@ @|yellow --dataset|@=@|italic NAME|@ [SETTING...]",
      "       @|bold gan4j train|@ [@|yellow RECIPE|@] @|yellow --config|@=@|italic FILE|@"
          + " [SETTING...]",
      "       @|bold gan4j train|@ @|yellow --resume|@=@|italic RUN|@ [SETTING...]"
    },
    description = {
      "Trains, and leaves a run folder with model, losses, samples and config.yaml.",
      "",
      "A setting is a flag here, and a key of the same name in the YAML file. A flag wins over the"
          + " file, the file over the recipe, the recipe over the defaults that are shown;"
          + " 'gan4j recipes RECIPE' shows a recipe's values.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage", "130:interrupted"})
public final class TrainCommand implements Callable<Integer> {
  private static final String RESUMED_CONFIG = "config.yaml";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RECIPE",
      arity = "0..1",
      description = "what to train: see 'gan4j recipes'",
      converter = RecipeConverter.class,
      completionCandidates = RecipeConverter.Names.class)
  private @Nullable Recipe recipe;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a YAML file of settings, as config.yaml in a run folder")
  private @Nullable Path config;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "goes on with the run that left this folder, to the same bits as if it had never stopped;"
              + " --epochs is the total")
  private @Nullable Path resumed;

  @Option(names = "--show-config", description = "print all settings as YAML, and do not train")
  private boolean showConfig;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public TrainCommand() {}

  /** Returns the command with a flag for each setting. */
  public static CommandLine commandLine() {
    CommandLine command = new CommandLine(new TrainCommand());
    SettingFlags.addTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    Map<Setting<?>, String> flags = SettingFlags.in(spec.commandLine().getParseResult());
    requireOneSource(flags);
    RunSettings settings =
        RunSettings.resolve(
            recipe, resumed == null ? config : resumed.resolve(RESUMED_CONFIG), flags);
    PrintWriter console = spec.commandLine().getOut();
    if (showConfig) {
      console.print(ConfigText.of(settings, List.of("All settings of a run.")));
      console.flush();
      return 0;
    }
    TrainingRun run = new TrainingRun(settings, Version.text());
    return resumed == null ? run.train(console) : run.resume(resumed, console);
  }

  private void requireOneSource(Map<Setting<?>, String> flags) {
    if (recipe == null
        && config == null
        && resumed == null
        && !flags.containsKey(DataSettings.DATASET)) {
      throw new ParameterException(
          spec.commandLine(), "RECIPE, --dataset, --config or --resume must be given");
    }
    if (resumed != null
        && (recipe != null || config != null || flags.containsKey(OutputSettings.OUT))) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume must be given without RECIPE, --config and --out: the run has its own");
    }
  }
}
