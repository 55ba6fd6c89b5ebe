package io.github.gan4j.checkpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.Interval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * When a run saves its whole state, where, and how much of that is kept:
 *
 * <pre>{@code
 * Gan.builder().checkpoints(Checkpoints.into(folder).every(Interval.steps(500))).train(data);
 * Gan.resume(folder).epochs(40).train(data); // goes on with the newest one
 * }</pre>
 *
 * <p>The state is saved after each interval and when the run ends, unless it failed: also when it
 * was asked to stop. A file is written beside its place, forced to disk and renamed, so that what
 * is there is whole; only then are older ones deleted. A file that cannot be written is reported
 * once; the run goes on, and the next time is tried again.
 *
 * <p>Immutable.
 */
@CheckReturnValue
public final class Checkpoints {
  private static final int KEPT = 3;

  private final Path folder;
  private final @Nullable Interval interval;
  private final @Nullable Duration pause;
  private final int kept;
  private final @Nullable ToDoubleFunction<EpochSummary> metric;

  private Checkpoints(
      Path folder,
      @Nullable Interval interval,
      @Nullable Duration pause,
      int kept,
      @Nullable ToDoubleFunction<EpochSummary> metric) {
    this.folder = folder;
    this.interval = interval;
    this.pause = pause;
    this.kept = kept;
    this.metric = metric;
  }

  /**
   * Saves into a folder, which is made if there is none: after each epoch, the newest three being
   * kept. A new run needs a folder without checkpoints.
   */
  public static Checkpoints into(Path folder) {
    Arguments.notNull("folder", folder);
    return new Checkpoints(folder, Interval.epochs(1), null, KEPT, null);
  }

  /** Saves every so many steps or epochs instead. */
  public Checkpoints every(Interval newInterval) {
    Arguments.notNull("interval", newInterval);
    return new Checkpoints(folder, newInterval, null, kept, metric);
  }

  /**
   * Saves after the first step that ends so long after the last time instead.
   *
   * @throws IllegalArgumentException if the time is not positive
   */
  public Checkpoints every(Duration newPause) {
    Arguments.notNull("pause", newPause);
    if (newPause.isZero() || newPause.isNegative()) {
      throw new IllegalArgumentException("checkpoint interval must be positive, was " + newPause);
    }
    return new Checkpoints(folder, null, newPause, kept, metric);
  }

  /**
   * Keeps so many of the newest.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Checkpoints keep(int newest) {
    if (newest < 1) {
      throw new IllegalArgumentException("kept checkpoints must be at least 1, were " + newest);
    }
    return new Checkpoints(folder, interval, pause, newest, metric);
  }

  /**
   * Also keeps the state after the epoch for which a figure was the lowest, whatever its age.
   *
   * @param newMetric of an epoch; NaN is never the lowest
   */
  public Checkpoints keepBest(ToDoubleFunction<EpochSummary> newMetric) {
    Arguments.notNull("metric", newMetric);
    return new Checkpoints(folder, interval, pause, kept, newMetric);
  }

  /** Returns where they are saved. */
  public Path folder() {
    return folder;
  }

  /** Returns after how many steps or epochs; null if after a time. */
  public @Nullable Interval interval() {
    return interval;
  }

  /** Returns after what time; null if after steps or epochs. */
  public @Nullable Duration pause() {
    return pause;
  }

  /** Returns how many of the newest are kept. */
  public int kept() {
    return kept;
  }

  /** Returns the figure whose lowest is kept too; null if there is none. */
  public @Nullable ToDoubleFunction<EpochSummary> metric() {
    return metric;
  }

  @Override
  public String toString() {
    return "Checkpoints[" + folder + "]";
  }
}
