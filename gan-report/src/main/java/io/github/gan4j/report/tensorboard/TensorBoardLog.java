package io.github.gan4j.report.tensorboard;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.report.samples.NamedRows;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener that writes scalars and images to an event file, which TensorBoard shows while the run
 * goes on.
 *
 * <table>
 *   <caption>What there is, all by training step</caption>
 *   <tr><th>tag</th><th>when</th><th>what</th></tr>
 *   <tr><td>{@code loss/discriminator}, {@code loss/generator}</td>
 *       <td>{@linkplain #every every 50 steps}</td><td>the losses of that step</td></tr>
 *   <tr><td>{@code loss/penalty}</td><td>the same</td><td>the gradient penalties, if one was due in
 *       that step</td></tr>
 *   <tr><td>{@code loss/discriminator_class}, {@code loss/generator_class}</td><td>the same</td>
 *       <td>the class losses of a run with an auxiliary classifier</td></tr>
 *   <tr><td>{@code probability/real}, {@code probability/fake}</td><td>the same</td>
 *       <td>the discriminator's mean probability of "real" for real and for generated images</td>
 *   </tr>
 *   <tr><td>{@code learning_rate/discriminator}, {@code learning_rate/generator}</td>
 *       <td>the same</td><td>the learning rates in that step</td></tr>
 *   <tr><td>{@code speed/images_per_second}</td><td>the same</td>
 *       <td>the real images trained on since it was last written, over the time that took</td></tr>
 *   <tr><td>{@code epoch_loss/…}, {@code epoch_probability/…}, {@code epoch_speed/…}</td>
 *       <td>at each epoch's end</td><td>the same as means over the epoch</td></tr>
 *   <tr><td>{@code samples}</td><td>the same</td><td>8 × 8 images, always from the same latent
 *       vectors; for images of 1 or 3 channels. With classes a row of each, named; from some twenty
 *       on, {@code samples/page_1} and so on</td></tr>
 * </table>
 *
 * <p>A run that ends within an epoch leaves a last picture too, unless it failed. The file is on
 * disk up to the last epoch's end, and wholly when the run has ended. If it cannot be written any
 * more, the listener throws once and then leaves the file alone. It holds no name of a computer or
 * a person.
 *
 * <p>For one run at a time, on the thread that trains; a further run of the same listener begins a
 * further file in the same folder, which TensorBoard takes for the same run's going on.
 */
public final class TensorBoardLog implements TrainingListener {
  private static final Interval DEFAULT_INTERVAL = Interval.steps(50);
  private static final long SEED = 64;
  private static final int ROWS = 8;
  private static final int COLUMNS = 8;

  private final Path folder;
  private final Interval interval;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Opener opener;
  private @Nullable EventFile file;
  private @Nullable LossEvent lastLoss;
  private long picturedStep;
  private long timedStep;
  private long timedNanos;

  TensorBoardLog(
      Path folder, Interval interval, InstantSource clock, LongSupplier nanoTime, Opener opener) {
    this.folder = folder;
    this.interval = interval;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.opener = opener;
  }

  /**
   * Returns a listener that writes a new file into a folder, which is made when a run starts. Give
   * each run a folder of its own.
   *
   * @throws UncheckedIOException at once if the folder is a file or cannot be written
   */
  public static TensorBoardLog into(Path folder) {
    OutputFiles.requireFolder("TensorBoard's events", folder);
    return new TensorBoardLog(
        folder, DEFAULT_INTERVAL, InstantSource.system(), System::nanoTime, EventFile::create);
  }

  /** Returns a listener that writes the values of single steps at another interval. */
  public TensorBoardLog every(Interval newInterval) {
    Objects.requireNonNull(newInterval, "newInterval");
    return new TensorBoardLog(folder, newInterval, clock, nanoTime, opener);
  }

  /**
   * Makes the file.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void onRunStarted(Run run) {
    lastLoss = null;
    picturedStep = 0;
    try {
      Files.createDirectories(folder);
      file = opener.open(folder, clock.instant());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void onLoss(LossEvent event) {
    boolean first = lastLoss == null;
    lastLoss = event;
    boolean due = interval.isDueAfter(event.step(), event.run());
    if (!first && !due) {
      return;
    }
    long now = nanoTime.getAsLong();
    if (due) {
      Scalars scalars = Scalars.of(event);
      // The first step is not timed: it may have waited for the engine to warm up.
      if (!first && now > timedNanos) {
        double steps = (event.step() - timedStep) / ((now - timedNanos) / 1e9);
        scalars.add("speed/images_per_second", steps * event.run().imagesPerStep());
      }
      write(event.step(), scalars);
    }
    timedStep = event.step();
    timedNanos = now;
  }

  @Override
  public void onEpoch(EpochEvent event) {
    Run run = event.run();
    EpochSummary summary = event.summary();
    Scalars scalars = Scalars.of(summary, run.config());
    if (event.seconds() > 0) {
      double images = (double) run.stepsPerEpoch() * run.imagesPerStep();
      scalars.add("epoch_speed/images_per_second", images / event.seconds());
    }
    write(summary.step(), scalars);
    onFile(EventFile::flush);
    writePicture(run, summary.step());
    onFile(EventFile::flush);
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    LossEvent last = lastLoss;
    try {
      if (last != null && last.step() != picturedStep && event.outcome() != Outcome.FAILED) {
        writePicture(event.run(), last.step());
      }
    } finally {
      onFile(EventFile::close);
      file = null;
    }
  }

  @Override
  public String toString() {
    return "TensorBoardLog[" + folder + "]";
  }

  private void write(long step, Scalars scalars) {
    onFile(open -> open.add(Events.summary(clock.instant(), step, scalars.messages())));
  }

  private void writePicture(Run run, long step) {
    picturedStep = step;
    ImageShape shape = run.generator().shape();
    if (file == null || (shape.channels() != 1 && shape.channels() != 3)) {
      return;
    }
    GridLayout layout = GridLayout.of(run, ROWS, COLUMNS);
    for (int page = 0; page < layout.pages(); page++) {
      String tag = layout.pages() == 1 ? "samples" : "samples/page_" + (page + 1);
      BufferedImage picture =
          NamedRows.of(
              layout.generate(page, run, SEED).grid(layout.rowsOf(page), layout.columns()),
              layout.namesOf(page, run),
              Color.BLACK,
              Color.WHITE);
      onFile(
          open ->
              open.add(Events.summary(clock.instant(), step, List.of(Events.image(tag, picture)))));
    }
  }

  private void onFile(Action action) {
    if (file != null) {
      try {
        action.on(file);
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private UncheckedIOException failed(IOException reason) {
    EventFile broken = file;
    file = null;
    if (broken != null) {
      broken.abandon(reason);
    }
    return OutputFiles.failure(
        "cannot write TensorBoard's events into " + folder + ": " + reason, reason);
  }

  /** Begins a file in a folder. */
  @FunctionalInterface
  interface Opener {
    EventFile open(Path folder, Instant begin) throws IOException;
  }

  @FunctionalInterface
  private interface Action {
    void on(EventFile open) throws IOException;
  }
}
