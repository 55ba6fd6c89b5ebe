package io.github.gan4j.internal.checkpoint;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.checkpoint.FolderLock;
import io.github.gan4j.error.FolderInUseException;
import io.github.gan4j.internal.checkpoint.CheckpointFolder.Entry;
import io.github.gan4j.internal.file.CheckpointFile;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Saves one run as its owner asked, and deletes what is not to be kept. No other run saves into the
 * folder before this is closed.
 */
public final class CheckpointKeeper implements AutoCloseable {
  private final Checkpoints policy;
  private final CheckpointFolder folder;
  private final HeapNeeds needs;
  private final LongSupplier nanoTime;
  private long savedStep;
  private long savedAt;
  private double best = Double.POSITIVE_INFINITY;
  private boolean newBest;
  private boolean reported;
  private boolean metricReported;
  private long wentBackTo = -1;
  private @Nullable FolderLock lock;

  /**
   * Makes one for a run that stands after a step.
   *
   * @param step 0 for a new run
   * @param epochs those that were done
   * @throws IllegalArgumentException if the folder holds a later state, which saving would mix with
   *     this run's
   * @throws FolderInUseException if another run saves there
   */
  public CheckpointKeeper(
      Checkpoints policy, long step, List<EpochSummary> epochs, HeapNeeds needs) {
    this(policy, step, epochs, needs, System::nanoTime);
  }

  CheckpointKeeper(
      Checkpoints policy,
      long step,
      List<EpochSummary> epochs,
      HeapNeeds needs,
      LongSupplier nanoTime) {
    this.policy = policy;
    this.needs = needs;
    this.nanoTime = nanoTime;
    folder = new CheckpointFolder(policy.folder());
    savedStep = step;
    savedAt = nanoTime.getAsLong();
    epochs.forEach(this::isBest);
    hold();
    try {
      requireNothingLater(step);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Takes the folder. One that cannot be made or written is told when something is saved. */
  private void hold() {
    try {
      lock = FolderLock.take(folder.path());
    } catch (IOException e) {
      // Saving tells of it.
    }
  }

  /** Lets other runs save there. */
  @Override
  public void close() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  private void requireNothingLater(long step) {
    List<Entry> entries;
    try {
      entries = folder.entries();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read checkpoint folder " + folder.path(), e);
    }
    if (!entries.isEmpty() && entries.get(entries.size() - 1).step() > step) {
      throw new IllegalArgumentException(
          "checkpoint folder %s must hold nothing later than step %s, where the run starts, holds %s:"
                  .formatted(
                      folder.path(), step, entries.get(entries.size() - 1).file().getFileName())
              + " go on with that by Gan.resume(folder), or choose another folder");
    }
  }

  /** Takes note of an epoch that is done. */
  public void epoch(EpochSummary summary) {
    newBest = isBest(summary);
  }

  private boolean isBest(EpochSummary summary) {
    ToDoubleFunction<EpochSummary> metric = policy.metric();
    double value = metric == null ? Double.NaN : value(metric, summary);
    if (value < best) {
      best = value;
      return true;
    }
    return false;
  }

  /** A metric of the user's own harms the run no more than a listener. */
  private double value(ToDoubleFunction<EpochSummary> metric, EpochSummary summary) {
    try {
      return metric.applyAsDouble(summary);
    } catch (Exception e) {
      if (!metricReported) {
        metricReported = true;
        Warnings.warn(
            CheckpointKeeper.class,
            "the metric of keepBest failed after epoch "
                + summary.epoch()
                + ", which is not the best then; training goes on, later failures are not reported",
            e);
      }
      return Double.NaN;
    }
  }

  /** Returns whether the state after a step is to be saved. */
  public boolean isDue(long step, Run run) {
    Interval interval = policy.interval();
    Duration pause = policy.pause();
    return newBest
        || (interval != null && interval.isDueAfter(step, run))
        || (pause != null && nanoTime.getAsLong() - savedAt >= pause.toNanos());
  }

  /** Returns whether the state after a step has been saved. */
  public boolean isSaved(long step) {
    return savedStep == step;
  }

  /** Returns whether there is no state to go back to; also if the folder cannot be read. */
  public boolean isEmpty() {
    try {
      return folder.entries().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }

  /** Saves a state; a failure is reported once, also that it does not fit the heap. */
  public void save(Supplier<CheckpointState> state) {
    try {
      write(state.get());
    } catch (IOException | FolderInUseException e) {
      report("checkpoint folder " + folder.path() + " cannot be written: " + e);
    } catch (OutOfMemoryError e) {
      report(
          "a checkpoint for folder "
              + folder.path()
              + " does not fit the memory ("
              + e.getMessage()
              + "): "
              + needs.outOfMemory(HeapNeeds.Heap.asItIs()));
    }
    savedAt = nanoTime.getAsLong();
  }

  private void report(String problem) {
    if (!reported) {
      reported = true;
      Warnings.warn(
          CheckpointKeeper.class, problem + "; training goes on, later failures are not reported");
    }
  }

  /**
   * Returns the newest state, for a run that diverged and goes back to it. If the run came from
   * there when it diverged again, that state is deleted and the one before it is returned, unless
   * there is no other.
   *
   * @throws IOException if there is none, or it cannot be read
   */
  public CheckpointState goBack() throws IOException {
    List<Entry> states = folder.entries().stream().filter(entry -> !entry.best()).toList();
    int last = states.size() - 1;
    if (last > 0 && states.get(last).step() == wentBackTo) {
      last--;
    }
    if (last < 0) {
      throw new NoSuchFileException(folder.path().toString(), null, "holds no checkpoint");
    }
    CheckpointState state = CheckpointFile.read(states.get(last).file());
    long step = states.get(last).step();
    for (Entry later : folder.entries()) {
      if (later.step() > step) {
        Files.deleteIfExists(later.file());
      }
    }
    wentBackTo = step;
    savedStep = step;
    savedAt = nanoTime.getAsLong();
    newBest = false;
    best = Double.POSITIVE_INFINITY;
    state.history().epochs().forEach(this::isBest);
    return state;
  }

  private void write(CheckpointState state) throws IOException {
    if (lock == null) {
      lock = FolderLock.take(folder.path());
    }
    Files.createDirectories(folder.path());
    long step = state.progress().step();
    CheckpointFile.write(folder.file(step), state);
    if (newBest) {
      CheckpointFile.write(folder.bestFile(step), state);
      newBest = false;
    }
    savedStep = step;
    prune();
  }

  private void prune() throws IOException {
    folder.deleteHalfWritten();
    List<Entry> entries = folder.entries();
    deleteAllBut(policy.kept(), entries.stream().filter(entry -> !entry.best()).toList());
    deleteAllBut(1, entries.stream().filter(Entry::best).toList());
  }

  private static void deleteAllBut(int newest, List<Entry> entries) throws IOException {
    for (Entry entry : entries.subList(0, Math.max(0, entries.size() - newest))) {
      Files.deleteIfExists(entry.file());
    }
  }
}
