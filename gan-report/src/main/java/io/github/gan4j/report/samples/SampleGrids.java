package io.github.gan4j.report.samples;

import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.report.internal.GridSize;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.awt.Color;
import java.awt.image.RenderedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A listener that writes PNG grids of generated samples while a run goes on. All come from the same
 * latent vectors, so that one sees the same image improve from {@code epoch-001.png} to the last.
 *
 * <p>{@link #fresh} adds pictures from other latent vectors each time, {@link #besideReal} adds
 * pictures that have images of the dataset beside the generated ones.
 *
 * <p>Of a generator with classes each row shows one, with its name beside it, and all of them are
 * shown: pictures have more rows than asked for, and from some twenty classes on there are pages,
 * {@code epoch-001-page-1.png} and so on. Real images beside them are of the row's class, too.
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
  private @Nullable IntFunction<Images> real;

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
    GridLayout layout = size.layout(run);
    for (int page = 0; page < layout.pages(); page++) {
      writePage(run, layout, page, name);
    }
    picturedStep = lastStep;
  }

  private void writePage(Run run, GridLayout layout, int page, String name) {
    String ending = layout.pages() == 1 ? "" : "-page-" + padded(page + 1, layout.pages(), 1);
    List<String> names = layout.namesOf(page, run);
    ImageGrid generated = grid(layout, page, layout.generate(page, run, GridSize.FIXED_SEED));
    write(name + ending, picture(generated, names));
    if (withFresh) {
      // Of a step's own: the same when the run is repeated.
      Images fresh = layout.generate(page, run, GridSize.FIXED_SEED + lastStep);
      write("fresh-" + name + ending, picture(grid(layout, page, fresh), names));
    }
    if (withReal) {
      ImageGrid shown = grid(layout, page, realImages(run, layout).apply(page));
      write("real-and-generated-" + name + ending, PairPicture.of(shown, generated, names));
    }
  }

  private static ImageGrid grid(GridLayout layout, int page, Images images) {
    return images.grid(layout.rowsOf(page), layout.columns());
  }

  private static RenderedImage picture(ImageGrid grid, List<String> names) {
    return NamedRows.of(grid, names, Color.BLACK, Color.WHITE);
  }

  private IntFunction<Images> realImages(Run run, GridLayout layout) {
    IntFunction<Images> known = real;
    if (known == null) {
      known = RealSamples.of(run.dataset(), layout);
      real = known;
    }
    return known;
  }

  private void write(String name, RenderedImage picture) {
    Path file = folder.resolve(name + ".png");
    OutputFiles.replace("sample picture", file, out -> ImageFiles.writePng(picture, out));
  }

  private String name(LossEvent event) {
    Run run = event.run();
    return every.unit() == Interval.Unit.EPOCHS
        ? "epoch-" + padded(event.epoch(), run.config().schedule().epochs(), EPOCH_DIGITS)
        : "step-" + padded(event.step(), run.totalSteps(), STEP_DIGITS);
  }

  private static String padded(long number, long largest, int fewestDigits) {
    String text = Long.toString(number);
    int digits = Math.max(fewestDigits, Long.toString(largest).length());
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
