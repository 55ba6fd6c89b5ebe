package io.github.gan4j.cli.run;

import io.github.gan4j.cli.settings.OutputSettings;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.cli.settings.SettingWording;
import io.github.gan4j.cli.settings.type.Size;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.losses.LossPlot;
import io.github.gan4j.report.losses.TrainingLog;
import io.github.gan4j.report.progress.TerminalProgress;
import io.github.gan4j.report.samples.EpochAnimation;
import io.github.gan4j.report.samples.SampleGrids;
import io.github.gan4j.report.tensorboard.TensorBoardLog;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What listens to a run, by its settings: on the terminal, and into its folder. */
final class RunListeners {
  private static final Interval EACH_EPOCH = Interval.epochs(1);

  private final RunSettings settings;
  private final RunFolder folder;
  private final Interval interval;
  private final Size grid;
  private final boolean resumed;
  private final List<TrainingListener> listeners = new ArrayList<>();

  private RunListeners(RunSettings settings, RunFolder folder, boolean resumed) {
    this.resumed = resumed;
    this.settings = settings;
    this.folder = folder;
    interval = settings.get(OutputSettings.SAMPLE_INTERVAL);
    grid = settings.get(OutputSettings.SAMPLE_GRID);
  }

  /** Returns new listeners; those of a resumed run go on in the files that are there. */
  static List<TrainingListener> of(RunSettings settings, RunFolder folder, boolean resumed) {
    RunListeners run = new RunListeners(settings, folder, resumed);
    run.addProgress();
    run.addLosses();
    run.addPictures();
    run.addReports();
    return run.listeners;
  }

  private void addProgress() {
    switch (settings.get(OutputSettings.PROGRESS)) {
      case AUTO -> listeners.add(TerminalProgress.onStandardError());
      case BAR -> listeners.add(TerminalProgress.bar(System.err));
      case LINES -> listeners.add(TerminalProgress.lines(System.err));
      case NONE -> {}
    }
  }

  private void addLosses() {
    Path log = Objects.requireNonNullElse(settings.find(OutputSettings.LOG_FILE), folder.log());
    listeners.add(resumed ? TrainingLog.continueIn(log) : TrainingLog.writeTo(log));
    if (settings.get(OutputSettings.CSV)) {
      Path losses = folder.losses();
      listeners.add(resumed ? LossCsv.continueIn(losses) : LossCsv.writeTo(losses));
    }
    if (settings.get(OutputSettings.LOSS_PLOT)) {
      listeners.add(LossPlot.writeTo(folder.lossPlot()));
    }
  }

  private void addPictures() {
    SampleGrids samples =
        SampleGrids.into(folder.samples()).every(interval).size(grid.rows(), grid.columns());
    if (settings.get(OutputSettings.FRESH_SAMPLES)) {
      samples = samples.fresh();
    }
    if (settings.get(OutputSettings.REAL_BESIDE_GENERATED)) {
      samples = samples.besideReal();
    }
    listeners.add(samples);
    if (settings.get(OutputSettings.ANIMATION)) {
      listeners.add(
          EpochAnimation.writeTo(folder.animation())
              .every(interval)
              .size(grid.rows(), grid.columns()));
    }
  }

  private void addReports() {
    if (settings.get(OutputSettings.REPORT)) {
      HtmlReport report =
          HtmlReport.writeTo(folder.report())
              .size(grid.rows(), grid.columns())
              .advice(new SettingWording());
      // Left to itself it writes after epochs that are not too short.
      listeners.add(interval.equals(EACH_EPOCH) ? report : report.every(interval));
    }
    if (settings.get(OutputSettings.TENSORBOARD)) {
      listeners.add(TensorBoardLog.into(folder.tensorBoard()));
    }
  }
}
