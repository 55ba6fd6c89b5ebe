package io.github.gan4j.report.losses;

import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.report.internal.TimeBudget;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import java.awt.image.RenderedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener that plots the loss curves of a run as a PNG picture of 1200 × 900 pixels while it
 * goes on. Above, both players' losses: light by step, bold by epoch; with the non-saturating loss,
 * a dashed line is where the discriminator's loss is if it cannot tell real images from generated
 * ones, 2 ln 2. Below, its mean probability of "real" for real and for generated images.
 *
 * <p>The picture is drawn anew after each interval, as far as that takes no more than half a per
 * cent of the time, and when the run has ended, whatever the reason. An existing file is replaced,
 * always as a whole. A few losses far beyond the others are cut off, which the picture says.
 * However long the run, some 0.5 MB of memory are used. On a machine without fonts the picture has
 * no text.
 *
 * <p>For one run at a time, on the thread that trains. A picture that cannot be written throws an
 * {@link UncheckedIOException} that names it.
 */
public final class LossPlot implements ResumableListener {
  private static final int STATE_VERSION = 1;
  private static final double SHARE_OF_TIME = 0.005;

  private final Path file;
  private final Interval every;
  private final LongSupplier nanoTime;
  private @Nullable LossCurves curves;
  private TimeBudget drawing;

  LossPlot(Path file, Interval every, LongSupplier nanoTime) {
    this.file = file;
    this.every = every;
    this.nanoTime = nanoTime;
    drawing = new TimeBudget(SHARE_OF_TIME, nanoTime);
  }

  /**
   * Returns a listener that draws after every epoch. The folder, if there is none, is made with the
   * first picture.
   *
   * @throws UncheckedIOException at once if the folder cannot be written
   */
  public static LossPlot writeTo(Path file) {
    OutputFiles.requireFile("loss plot", file);
    return new LossPlot(file, Interval.epochs(1), System::nanoTime);
  }

  /** Returns a listener that does the same at another interval. */
  public LossPlot every(Interval interval) {
    return new LossPlot(file, Objects.requireNonNull(interval, "interval"), nanoTime);
  }

  @Override
  public void onRunStarted(Run run) {
    curves = new LossCurves();
    drawing = new TimeBudget(SHARE_OF_TIME, nanoTime);
  }

  @Override
  public byte[] state() {
    LossCurves now = curves == null ? new LossCurves() : curves;
    return StateBytes.write(STATE_VERSION, now::write);
  }

  @Override
  public void onRunResumed(Run run, byte[] state) {
    onRunStarted(run);
    LossCurves now = new LossCurves();
    StateBytes.read("loss plot", STATE_VERSION, state, now::read);
    curves = now;
  }

  @Override
  public void onLoss(LossEvent event) {
    if (curves != null) {
      curves.add(event);
      if (every.unit() == Interval.Unit.STEPS) {
        drawIfDue(event.run(), event.step(), curves);
      }
    }
  }

  @Override
  public void onEpoch(EpochEvent event) {
    if (curves != null) {
      curves.add(event.summary());
      if (every.unit() == Interval.Unit.EPOCHS) {
        drawIfDue(event.run(), event.summary().step(), curves);
      }
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    LossCurves last = curves;
    curves = null;
    if (last != null && last.steps() > 0) {
      draw(event.run(), last);
    }
  }

  @Override
  public String toString() {
    return "LossPlot[" + file + "]";
  }

  private void drawIfDue(Run run, long step, LossCurves now) {
    if (every.isDueAfter(step, run) && drawing.isDue()) {
      drawing.spendOn(() -> draw(run, now));
    }
  }

  private void draw(Run run, LossCurves now) {
    RenderedImage chart = LossChart.draw(run, now);
    OutputFiles.replace("loss plot", file, out -> ImageFiles.writePng(chart, out));
  }
}
