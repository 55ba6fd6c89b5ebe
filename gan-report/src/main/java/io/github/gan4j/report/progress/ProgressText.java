package io.github.gan4j.report.progress;

import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import org.jspecify.annotations.Nullable;

/** The words of a progress display. */
final class ProgressText {
  private static final int SHORTEST_BAR = 3;

  private ProgressText() {}

  /** Returns two lines, the first of which fits into 80 columns for most datasets. */
  static String start(Run run) {
    return Figures.format(
        "%s: %s of %s, %s of %s, batch %d%nengine: %s",
        run.dataset().name(),
        Figures.counted(run.dataset().size(), "image"),
        run.dataset().shape(),
        Figures.counted(run.config().schedule().epochs(), "epoch"),
        Figures.counted(run.stepsPerEpoch(), "step"),
        run.config().schedule().batchSize(),
        run.engine());
  }

  static String line(Progress progress) {
    return Figures.format(
        "%s  step %s/%d  %s  %s images/s  %s left",
        epoch(progress),
        padded(progress.step(), progress.steps()),
        progress.steps(),
        losses(progress),
        Figures.count(progress.imagesPerSecond()),
        Figures.duration(progress.secondsLeft()));
  }

  /**
   * Returns the bar and its figures in exactly {@code columns}, or the figures if they need all.
   */
  static String bar(Progress progress, int columns) {
    String before = epoch(progress) + " ";
    String after =
        Figures.format(
            "step %s  %s %6s img/s %6s left",
            padded(progress.step(), progress.steps()),
            losses(progress),
            Figures.count(progress.imagesPerSecond()),
            Figures.duration(progress.secondsLeft()));
    int cells = columns - before.length() - after.length() - "[] ".length();
    return cells < SHORTEST_BAR ? before + after : before + cells(progress, cells) + after;
  }

  static String end(Run run, RunEndedEvent event, @Nullable Progress last) {
    if (last == null) {
      return (event.outcome() == Outcome.FAILED ? "failed" : "ended") + " before the first step";
    }
    double seconds = event.duration().toNanos() / 1e9;
    String how =
        switch (event.outcome()) {
          case COMPLETED -> "done";
          case STOPPED -> "stopped";
          case FAILED -> "failed";
        };
    return Figures.format(
        "%s in epoch %d after %s; took %s, %s images/s",
        how,
        last.epoch(),
        Figures.counted(last.step(), "step"),
        Figures.duration(seconds),
        Figures.count(event.steps() * run.imagesPerStep() / seconds));
  }

  private static String cells(Progress progress, int cells) {
    long steps = Math.max(1, progress.steps());
    int full = (int) Math.min(cells, progress.step() * cells / steps);
    String head = full < cells ? ">" : "";
    return "[" + "=".repeat(full) + head + " ".repeat(cells - full - head.length()) + "] ";
  }

  private static String epoch(Progress progress) {
    return "epoch " + padded(progress.epoch(), progress.epochs()) + "/" + progress.epochs();
  }

  private static String losses(Progress progress) {
    return Figures.format(
        "D %5s G %5s", Figures.loss(progress.discriminator()), Figures.loss(progress.generator()));
  }

  private static String padded(long number, long largest) {
    String text = Long.toString(number);
    return " ".repeat(Math.max(0, Long.toString(largest).length() - text.length())) + text;
  }
}
