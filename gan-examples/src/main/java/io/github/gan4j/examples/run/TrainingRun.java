package io.github.gan4j.examples.run;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.examples.recipe.Recipe;
import io.github.gan4j.examples.settings.ConfigText;
import io.github.gan4j.examples.settings.RunSettings;
import io.github.gan4j.examples.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Trains by settings and leaves a run folder. */
public final class TrainingRun {
  private final RunSettings settings;
  private final String version;

  /**
   * Makes one.
   *
   * @param version the program's, to be written into the configuration
   */
  public TrainingRun(RunSettings settings, String version) {
    this.settings = settings;
    this.version = version;
  }

  /**
   * Trains to the end, or until the process is asked to end. Writes nothing before everything that
   * can be checked is checked, and leaves no folder if the run does not begin.
   *
   * @param console is told what was written
   * @return the exit code
   * @throws IOException if data or run folder cannot be read or written
   * @throws io.github.gan4j.examples.problem.InvalidSettingsException if the settings do not fit
   *     the data
   */
  public int train(PrintWriter console) throws IOException {
    Path path = path();
    RunFolder.requireEmpty(path);
    Dataset data = TrainingData.open(settings);
    GanBuilder builder = builder();
    RunFolder folder = RunFolder.create(path);
    boolean interrupted;
    try {
      RunListeners.of(settings, folder).forEach(builder::listener);
      interrupted = train(builder, data, folder);
    } catch (IOException | RuntimeException | Error e) {
      folder.removeIfEmpty();
      throw e;
    }
    console.printf(
        "%swrote %s to %s%n", interrupted ? "interrupted; " : "", listed(folder), folder.path());
    console.flush();
    return interrupted ? Interruption.EXIT_CODE : 0;
  }

  private boolean train(GanBuilder builder, Dataset data, RunFolder folder) throws IOException {
    Integer threads = settings.find(Settings.THREADS);
    try (Trainer trainer = EngineThreads.with(threads, () -> builder.trainer(data))) {
      try (Interruption interruption = Interruption.call(trainer.run()::requestStop)) {
        folder.writeConfig(configText());
        try (TrainedGan gan = trainer.train()) {
          gan.save(folder.model());
        }
        return interruption.happened();
      }
    }
  }

  private GanBuilder builder() {
    GanBuilder builder = Gan.builder(settings.config());
    Integer maxSteps = settings.find(Settings.MAX_STEPS);
    if (maxSteps != null) {
      builder.maxSteps(maxSteps);
    }
    return builder;
  }

  private Path path() {
    Path out = settings.find(Settings.OUT);
    if (out != null) {
      return out;
    }
    Recipe recipe = settings.find(Settings.RECIPE);
    return RunFolder.byDefault(
        recipe != null
            ? recipe.name()
            : settings.get(Settings.DATASET).name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String configText() {
    return ConfigText.of(
        settings,
        List.of(
            "All settings of a run of %s.".formatted(version),
            "To repeat it: train --config config.yaml"));
  }

  private static String listed(RunFolder folder) throws IOException {
    List<String> files = folder.files();
    int last = files.size() - 1;
    return String.join(", ", files.subList(0, last)) + " and " + files.get(last);
  }
}
