package io.github.gan4j.report.samples;

import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes PNG pictures of generated images while a run goes on. All come from the same latent
 * vectors, so that one sees the same image improve from {@code epoch-001.png} to the last.
 *
 * <p>A run that ends in a state that no epoch's picture shows leaves {@code final.png} too, unless
 * it failed. Pictures of the same names are replaced; the folder is made with the first.
 *
 * <p>For one run at a time, on the thread that trains. A picture that cannot be written throws an
 * {@link UncheckedIOException} that names it.
 */
public final class SampleGrids implements TrainingListener {
  private static final long SEED = 64;
  private static final int FEWEST_DIGITS = 3;

  private final Path folder;
  private final int everyEpochs;
  private final int rows;
  private final int columns;
  private long lastStep;
  private long picturedStep;

  private SampleGrids(Path folder, int everyEpochs, int rows, int columns) {
    this.folder = folder;
    this.everyEpochs = everyEpochs;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Returns a listener that pictures 8 × 8 images after every epoch.
   *
   * @throws UncheckedIOException at once if the folder is a file or cannot be written
   */
  public static SampleGrids into(Path folder) {
    OutputFiles.requireFolder("sample pictures", folder);
    return new SampleGrids(folder, 1, 8, 8);
  }

  /**
   * Returns a listener that does the same after every so many epochs.
   *
   * @param epochs at least 1
   */
  public SampleGrids everyEpochs(int epochs) {
    return new SampleGrids(folder, atLeastOne("everyEpochs", epochs), rows, columns);
  }

  /**
   * Returns a listener that does the same with pictures of another size.
   *
   * @param newRows images from top to bottom, at least 1
   * @param newColumns images from left to right, at least 1
   */
  public SampleGrids size(int newRows, int newColumns) {
    return new SampleGrids(
        folder,
        everyEpochs,
        atLeastOne("grid rows", newRows),
        atLeastOne("grid columns", newColumns));
  }

  @Override
  public void onRunStarted(Run run) {
    lastStep = 0;
    picturedStep = 0;
  }

  @Override
  public void onLoss(LossEvent event) {
    lastStep = event.step();
  }

  @Override
  public void onEpoch(EpochEvent event) {
    if (event.epoch() % everyEpochs == 0) {
      write(event.run(), "epoch-" + padded(event.epoch(), event.run().config().epochs()) + ".png");
      picturedStep = event.summary().step();
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    if (lastStep != picturedStep && event.outcome() != Outcome.FAILED) {
      write(event.run(), "final.png");
    }
  }

  @Override
  public String toString() {
    return "SampleGrids[" + folder + "]";
  }

  private void write(Run run, String name) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      int count = Math.multiplyExact(rows, columns);
      run.generator().generate(count, SEED).grid(rows, columns).writePng(file);
    } catch (IOException e) {
      throw OutputFiles.failure("cannot write sample picture " + file + ": " + e, e);
    }
  }

  private static String padded(int epoch, int epochs) {
    int digits = Math.max(FEWEST_DIGITS, Integer.toString(epochs).length());
    String number = Integer.toString(epoch);
    return "0".repeat(Math.max(0, digits - number.length())) + number;
  }

  private static int atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
    return value;
  }
}
