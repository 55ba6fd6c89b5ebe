package io.github.gan4j.report.samples;

import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes PNG pictures of generated images while a run goes on. All come from the same latent
 * vectors, so that one sees the same image improve from {@code epoch-001.png} to the last.
 *
 * <p>{@link #fresh} adds pictures from other latent vectors each time, {@link #besideReal} adds
 * pictures that have images of the dataset beside the generated ones.
 *
 * <p>A run that ends in a state that no picture shows leaves {@code final.png} too, unless it
 * failed. Pictures of the same names are replaced; the folder is made with the first. A repeated
 * run gives the same pictures, to the bit on the same machine.
 *
 * <p>For one run at a time, on the thread that trains. A picture that cannot be written throws an
 * {@link UncheckedIOException} that names it.
 */
public final class SampleGrids implements TrainingListener {
  private static final int EPOCH_DIGITS = 3;
  private static final int STEP_DIGITS = 7;

  private final Path folder;
  private final Interval every;
  private final GridSize size;
  private final boolean withFresh;
  private final boolean withReal;
  private long lastStep;
  private long picturedStep;
  private @Nullable Images real;

  private SampleGrids(
      Path folder, Interval every, GridSize size, boolean withFresh, boolean withReal) {
    this.folder = folder;
    this.every = every;
    this.size = size;
    this.withFresh = withFresh;
    this.withReal = withReal;
  }

  /**
   * Returns a listener that pictures 8 × 8 images after every epoch.
   *
   * @throws UncheckedIOException at once if the folder is a file or cannot be written
   */
  public static SampleGrids into(Path folder) {
    OutputFiles.requireFolder("sample pictures", folder);
    return new SampleGrids(folder, Interval.epochs(1), GridSize.DEFAULT, false, false);
  }

  /**
   * Returns a listener that does the same at another interval. Pictures are named for epochs, as
   * {@code epoch-001.png}, or for steps, as {@code step-0000400.png}, by what the interval counts.
   */
  public SampleGrids every(Interval interval) {
    Objects.requireNonNull(interval, "interval");
    return new SampleGrids(folder, interval, size, withFresh, withReal);
  }

  /**
   * Returns a listener that does the same with pictures of another size.
   *
   * @param rows images from top to bottom, at least 1
   * @param columns images from left to right, at least 1
   */
  public SampleGrids size(int rows, int columns) {
    return new SampleGrids(folder, every, new GridSize(rows, columns), withFresh, withReal);
  }

  /**
   * Returns a listener that also pictures images from latent vectors that are others each time, as
   * {@code fresh-epoch-001.png}: what the generator makes beyond the images that one knows by now.
   */
  public SampleGrids fresh() {
    return new SampleGrids(folder, every, size, true, withReal);
  }

  /**
   * Returns a listener that also pictures images of the dataset, always the same ones, to the left
   * of the generated ones, as {@code real-and-generated-epoch-001.png}.
   */
  public SampleGrids besideReal() {
    return new SampleGrids(folder, every, size, withFresh, true);
  }

  @Override
  public void onRunStarted(Run run) {
    lastStep = 0;
    picturedStep = 0;
    real = null;
  }

  @Override
  public void onLoss(LossEvent event) {
    lastStep = event.step();
    if (every.isDueAfter(event.step(), event.run())) {
      write(event.run(), name(event));
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    if (lastStep != picturedStep && event.outcome() != Outcome.FAILED) {
      write(event.run(), "final");
    }
  }

  @Override
  public String toString() {
    return "SampleGrids[" + folder + "]";
  }

  private void write(Run run, String name) {
    Images generated = size.generateFixed(run);
    write(name, generated.grid(size.rows(), size.columns()).picture());
    if (withFresh) {
      Images fresh = size.generateFresh(run, lastStep);
      write("fresh-" + name, fresh.grid(size.rows(), size.columns()).picture());
    }
    if (withReal) {
      write("real-and-generated-" + name, besideReal(run, generated));
    }
    picturedStep = lastStep;
  }

  private RenderedImage besideReal(Run run, Images generated) {
    Images known = real;
    if (known == null) {
      known = RealSamples.of(run.dataset(), size.images());
      real = known;
    }
    return PairPicture.of(
        "real",
        known.grid(size.rows(), size.columns()),
        "generated",
        generated.grid(size.rows(), size.columns()));
  }

  private void write(String name, RenderedImage picture) {
    Path file = folder.resolve(name + ".png");
    try {
      Files.createDirectories(folder);
      ImageFiles.writePng(picture, file);
    } catch (IOException e) {
      throw OutputFiles.failure("cannot write sample picture " + file + ": " + e, e);
    }
  }

  private String name(LossEvent event) {
    Run run = event.run();
    return every.unit() == Interval.Unit.EPOCHS
        ? "epoch-" + padded(event.epoch(), run.config().epochs(), EPOCH_DIGITS)
        : "step-" + padded(event.step(), run.totalSteps(), STEP_DIGITS);
  }

  private static String padded(long number, long largest, int fewestDigits) {
    String text = Long.toString(number);
    int digits = Math.max(fewestDigits, Long.toString(largest).length());
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
