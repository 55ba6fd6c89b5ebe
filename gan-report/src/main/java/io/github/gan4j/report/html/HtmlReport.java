package io.github.gan4j.report.html;

import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.report.internal.GridSize;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.Interval.Unit;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listener that writes a report of a run as one HTML file, while the run goes on: its state, a
 * verdict on its health, what the generator makes through time beside real images, curves,
 * settings.
 *
 * <p>The file needs nothing else: it is opened from disk, asks the network for nothing, and while
 * the run goes on an open page follows it. It is there when the run has started, is written anew at
 * the ends of epochs, at least three seconds apart, and once more when the run has ended, however
 * it did. It is replaced in one piece; an older file of that name is replaced too.
 *
 * <p>Pictures are taken at the ends of epochs, at least 200 steps apart, from the same latent
 * vectors each time; when there are more than 60, or too many bytes of them, every second one is
 * dropped. So the file has some megabytes at most.
 *
 * <p>Of a generator with classes, each row shows one, with its name beside it, and real images of
 * it are in the same row of the picture beside; with many classes there are fewer columns.
 *
 * <p>For one run at a time, on the thread that trains. A file that cannot be written throws an
 * {@link UncheckedIOException} that names it; the next time is tried again.
 */
public final class HtmlReport implements ResumableListener {
  private static final int STATE_VERSION = 2;

  private final Path file;
  private final @Nullable Interval interval;
  private final @Nullable GridSize size;
  private final ConfigWording wording;
  private final InstantSource clock;
  private @Nullable LiveReport current;

  HtmlReport(Path file, InstantSource clock) {
    this(file, null, null, ConfigWording.builder(), clock);
  }

  private HtmlReport(
      Path file,
      @Nullable Interval interval,
      @Nullable GridSize size,
      ConfigWording wording,
      InstantSource clock) {
    this.file = file;
    this.interval = interval;
    this.size = size;
    this.wording = wording;
    this.clock = clock;
  }

  /**
   * Returns a listener that writes to a file. Its folder is made, if there is none, when a run
   * starts. Shows 8 × 8 images, fewer if they are large.
   *
   * @throws UncheckedIOException at once if the file is a folder or its folder cannot be written
   */
  public static HtmlReport writeTo(Path file) {
    OutputFiles.requireFile("report", file);
    return new HtmlReport(file, InstantSource.system());
  }

  /** Returns a listener that takes pictures and writes at other times. */
  public HtmlReport every(Interval newInterval) {
    return new HtmlReport(file, newInterval, size, wording, clock);
  }

  /**
   * Returns a listener that shows grids of another size.
   *
   * @param rows images from top to bottom, at least 1
   * @param columns images from left to right, at least 1
   */
  public HtmlReport size(int rows, int columns) {
    return new HtmlReport(file, interval, new GridSize(rows, columns), wording, clock);
  }

  /** Returns a listener whose advice names settings in another way than as calls of the builder. */
  public HtmlReport advice(ConfigWording newWording) {
    Objects.requireNonNull(newWording, "newWording");
    return new HtmlReport(file, interval, size, newWording, clock);
  }

  @Override
  public void onRunStarted(Run run) {
    current = report(run);
    current.start();
  }

  @Override
  public byte[] state() {
    LiveReport now = current;
    if (now == null) {
      throw new IllegalStateException("no run has started yet");
    }
    return StateBytes.write(STATE_VERSION, now::write);
  }

  @Override
  public void onRunResumed(Run run, byte[] state) {
    LiveReport resumed = report(run);
    boolean wentBack = current != null;
    StateBytes.read("report", STATE_VERSION, state, wentBack ? resumed::goBack : resumed::resume);
    current = resumed;
  }

  private LiveReport report(Run run) {
    GridSize grid = size == null ? GridSize.light(run.dataset().shape()) : size;
    return new LiveReport(run, file, new ReportGrid(run, grid), wording, clock);
  }

  @Override
  public void onLoss(LossEvent event) {
    if (current != null) {
      current.step(event);
      if (interval != null
          && interval.unit() == Unit.STEPS
          && isDue(interval, event.step(), event.run())) {
        current.update();
      }
    }
  }

  @Override
  public void onEpoch(EpochEvent event) {
    if (current != null) {
      current.epoch(event);
      if (interval == null) {
        current.updateUnlessTooSoon();
      } else if (interval.unit() == Unit.EPOCHS
          && isDue(interval, event.summary().step(), event.run())) {
        current.update();
      }
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    if (current != null) {
      LiveReport ended = current;
      current = null;
      ended.end(event);
    }
  }

  @Override
  public String toString() {
    return "HtmlReport[" + file + "]";
  }

  private static boolean isDue(Interval interval, long step, Run run) {
    return interval.isDueAfter(step, run);
  }
}
