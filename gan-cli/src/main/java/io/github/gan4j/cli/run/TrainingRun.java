package io.github.gan4j.cli.run;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.problem.Problem;
import io.github.gan4j.cli.recipe.Recipe;
import io.github.gan4j.cli.settings.BestBy;
import io.github.gan4j.cli.settings.ConfigText;
import io.github.gan4j.cli.settings.DataSettings;
import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.OutputSettings;
import io.github.gan4j.cli.settings.RunLength;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.SettingWording;
import io.github.gan4j.cli.settings.type.SaveInterval;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.cpu.Kernels;
import io.github.gan4j.data.Dataset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Trains by settings and leaves a run folder. */
public final class TrainingRun {
  private static final Path RUNS = Path.of("runs");

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
   * @throws InvalidSettingsException if the settings do not fit the data
   */
  public int train(PrintWriter console) throws IOException {
    Path out = settings.find(OutputSettings.OUT);
    if (out != null) {
      RunFolder.requireEmpty(out);
    }
    Dataset data = TrainingData.open(settings);
    GanBuilder builder = setUp(Gan.builder(settings.config(data.classes())));
    try (ClaimedFolder claimed =
        out != null ? ClaimedFolder.given(out) : ClaimedFolder.byDefault(RUNS, name())) {
      return train(builder, data, claimed.folder(), false, console);
    }
  }

  /**
   * Goes on with a run that has left its state in its folder.
   *
   * @param console is told what was written
   * @return the exit code
   * @throws IOException if the folder is no run's, or it, the state or the data cannot be read
   * @throws InvalidSettingsException if the settings are not the run's
   */
  public int resume(Path path, PrintWriter console) throws IOException {
    try (ClaimedFolder claimed = ClaimedFolder.left(path)) {
      return resume(claimed.folder(), console);
    }
  }

  private int resume(RunFolder folder, PrintWriter console) throws IOException {
    Dataset data = TrainingData.open(settings);
    GanBuilder builder = setUp(Gan.resume(folder.checkpoints(), settings.config(data.classes())));
    try {
      return train(builder, data, folder, true, console);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(
          List.of(Problem.ofArguments(String.valueOf(e.getMessage()))));
    }
  }

  private int train(
      GanBuilder builder, Dataset data, RunFolder folder, boolean resumed, PrintWriter console)
      throws IOException {
    SaveInterval interval = settings.find(OutputSettings.CHECKPOINT_INTERVAL);
    if (interval != null) {
      builder.checkpoints(checkpoints(folder, interval));
      int rollBacks = settings.get(GeneralSettings.ROLL_BACKS);
      if (rollBacks > 0) {
        builder.rollBacks(rollBacks, settings.get(GeneralSettings.ROLL_BACK_RATE));
      }
    }
    RunListeners.of(settings, folder, resumed).forEach(builder::listener);
    boolean interrupted;
    try (CpuEngine engine = RunEngine.of(settings);
        Trainer trainer = builder.engine(engine).trainer(data)) {
      RunLength length = new RunLength(settings, trainer.run().stepsPerEpoch());
      length.check();
      if (trainer.finished()) {
        console.printf(
            Locale.ROOT,
            "all %d steps of %s are done: %s%n",
            trainer.steps(),
            folder.path(),
            length.limit());
        console.flush();
        return 0;
      }
      interrupted = train(trainer, engine.kernels(), folder);
    }
    console.printf(
        Locale.ROOT,
        "%swrote %s to %s%n",
        interrupted ? "interrupted; " : "",
        listed(folder),
        folder.path());
    console.flush();
    return interrupted ? Interruption.EXIT_CODE : 0;
  }

  private boolean train(Trainer trainer, Kernels kernels, RunFolder folder) throws IOException {
    try (Interruption interruption = Interruption.call(trainer.run()::requestStop)) {
      folder.writeConfig(configText(kernels));
      try (TrainedGan gan = trainer.train()) {
        gan.save(folder.model());
      }
      return interruption.happened();
    }
  }

  private Checkpoints checkpoints(RunFolder folder, SaveInterval interval) {
    Checkpoints checkpoints =
        interval
            .applyTo(Checkpoints.into(folder.checkpoints()))
            .keep(settings.get(OutputSettings.CHECKPOINTS_KEPT));
    BestBy best = settings.find(OutputSettings.CHECKPOINT_BEST);
    return best == null ? checkpoints : checkpoints.keepBest(best.metric());
  }

  private GanBuilder setUp(GanBuilder builder) {
    builder.wording(new SettingWording());
    Integer maxSteps = settings.find(GeneralSettings.MAX_STEPS);
    if (maxSteps != null) {
      builder.maxSteps(maxSteps);
    }
    return builder;
  }

  /** Returns what a run that named no folder calls it. */
  private String name() {
    Recipe recipe = settings.find(GeneralSettings.RECIPE);
    return recipe != null
        ? recipe.name()
        : settings.get(DataSettings.DATASET).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Kernels that the processor chose stand there by name: another processor may choose others. */
  private String configText(Kernels kernels) {
    return ConfigText.of(
        settings.with(GeneralSettings.KERNELS, kernels),
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
