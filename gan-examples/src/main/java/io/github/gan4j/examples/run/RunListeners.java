package io.github.gan4j.examples.run;

import io.github.gan4j.examples.settings.RunSettings;
import io.github.gan4j.examples.settings.Settings;
import io.github.gan4j.examples.settings.Size;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.progress.TerminalProgress;
import io.github.gan4j.report.samples.SampleGrids;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** What listens to a run, by its settings: on the terminal, and into its folder. */
final class RunListeners {
  private RunListeners() {}

  static List<TrainingListener> of(RunSettings settings, RunFolder folder) {
    List<TrainingListener> listeners = new ArrayList<>();
    switch (settings.get(Settings.PROGRESS)) {
      case AUTO -> listeners.add(TerminalProgress.onStandardError());
      case BAR -> listeners.add(TerminalProgress.bar(System.err));
      case LINES -> listeners.add(TerminalProgress.lines(System.err));
      case NONE -> {}
    }
    if (settings.get(Settings.CSV)) {
      listeners.add(LossCsv.writeTo(folder.losses()));
    }
    listeners.add(samples(settings, folder));
    return listeners;
  }

  private static SampleGrids samples(RunSettings settings, RunFolder folder) {
    Interval interval = settings.get(Settings.SAMPLE_INTERVAL);
    Size grid = settings.get(Settings.SAMPLE_GRID);
    return SampleGrids.into(folder.samples())
        .everyEpochs(interval.count())
        .size(grid.rows(), grid.columns());
  }
}
