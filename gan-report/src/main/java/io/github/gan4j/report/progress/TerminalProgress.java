package io.github.gan4j.report.progress;

import io.github.gan4j.report.internal.RollBackText;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.io.PrintStream;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener that shows a progress bar, or progress lines: epoch, step, both losses, images a
 * second and the time left.
 *
 * <p>Either a bar of at most 79 columns that redraws itself some six times a second, or plain
 * lines: two at the start, one an epoch, one every 30 s in longer epochs, one at the end. Losses
 * are means since what was shown before, speed is that of the last 5 s.
 *
 * <p>Starts no thread and holds no resource. For one run at a time, on the thread that trains.
 */
public final class TerminalProgress implements TrainingListener {
  private final Supplier<ProgressView> views;
  private final LongSupplier nanoTime;
  private @Nullable RunProgress current;

  TerminalProgress(Supplier<ProgressView> views, LongSupplier nanoTime) {
    this.views = views;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns a listener that writes to {@link System#err}: a bar if that is a terminal, lines if it
   * is a pipe or a file, or if the environment says {@code TERM=dumb} or {@code CI}. Which of both
   * is looked up when a run starts.
   */
  public static TerminalProgress onStandardError() {
    return new TerminalProgress(
        () ->
            Terminal.standardErrorTakesBar()
                ? new BarView(System.err, Terminal.obeysEscapes(System.getenv()))
                : new LineView(System.err),
        System::nanoTime);
  }

  /** Returns a listener that draws a bar to a stream, which should end in a terminal. */
  public static TerminalProgress bar(PrintStream out) {
    Objects.requireNonNull(out, "out");
    return new TerminalProgress(
        () -> new BarView(out, Terminal.obeysEscapes(System.getenv())), System::nanoTime);
  }

  /** Returns a listener that prints plain lines to a stream. */
  public static TerminalProgress lines(PrintStream out) {
    Objects.requireNonNull(out, "out");
    return new TerminalProgress(() -> new LineView(out), System::nanoTime);
  }

  @Override
  public void onRunStarted(Run run) {
    current = new RunProgress(run, views.get(), nanoTime);
  }

  @Override
  public void onLoss(LossEvent event) {
    if (current != null) {
      current.step(event);
    }
  }

  @Override
  public void onRolledBack(Run run, RollBack rollBack) {
    if (current != null) {
      current.rolledBack(RollBackText.describe(rollBack));
    }
  }

  @Override
  public void onEpoch(EpochEvent event) {
    if (current != null) {
      current.epoch(event.summary());
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    if (current != null) {
      current.end(event);
      current = null;
    }
  }

  @Override
  public String toString() {
    return "TerminalProgress";
  }
}
