package io.github.gan4j.report.samples;

import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.report.internal.GridSize;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.report.internal.TextDrawing;
import io.github.gan4j.report.internal.TimeBudget;
import io.github.gan4j.report.samples.Frames.Frame;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A listener that writes an animated GIF of generated samples, always from the same latent vectors,
 * that get better from frame to frame. Each frame says its epoch; the last stands for 2 s, then it
 * begins again.
 *
 * <p>Of a generator with classes each row shows one, with its name beside it: all of them, or the
 * first ones, as many as {@link SampleGrids} shows on a page.
 *
 * <p>There is a frame after each interval and one of the run's end, unless it failed. Once there
 * are more than 200 frames, or more than some 32 MB of them, every second one is dropped and the
 * interval doubled; that bounds memory and file. The file is written anew after a frame as far as
 * that takes no more than half a per cent of the time, and when the run has ended, whatever the
 * reason. An existing file is replaced, always as a whole.
 *
 * <p>Grey images are shown in 64 levels, coloured ones in 256 colours a frame. On a machine without
 * fonts the frames have no text.
 *
 * <p>For one run at a time, on the thread that trains. A file that cannot be written throws an
 * {@link UncheckedIOException} that names it.
 */
public final class EpochAnimation implements ResumableListener {
  private static final int STATE_VERSION = 1;
  private static final double SHARE_OF_TIME = 0.005;
  private static final int MOST_FRAMES = 200;
  private static final long MOST_BYTES = 32 << 20;

  /** In hundredths of a second: what all frames take together if each may take its share. */
  private static final int LENGTH = 1000;

  private static final int SHORTEST_DELAY = 8;
  private static final int LONGEST_DELAY = 40;
  private static final int LAST_DELAY = 200;

  private static final int CAPTION_HEIGHT = 30;
  private static final int TEXT_SIZE = 18;
  private static final int TEXT_MARGIN = 6;

  private final Path file;
  private final Interval every;
  private final GridSize size;
  private final LongSupplier nanoTime;
  private Frames frames;
  private TimeBudget writing;
  private @Nullable LossEvent last;

  EpochAnimation(Path file, Interval every, GridSize size, LongSupplier nanoTime) {
    this.file = file;
    this.every = every;
    this.size = size;
    this.nanoTime = nanoTime;
    frames = new Frames(every, MOST_FRAMES, MOST_BYTES);
    writing = new TimeBudget(SHARE_OF_TIME, nanoTime);
  }

  /**
   * Returns a listener that adds a frame of 8 × 8 images after every epoch. The folder, if there is
   * none, is made with the first.
   *
   * @throws UncheckedIOException at once if the folder cannot be written
   */
  public static EpochAnimation writeTo(Path file) {
    OutputFiles.requireFile("animation", file);
    return new EpochAnimation(file, Interval.epochs(1), GridSize.DEFAULT, System::nanoTime);
  }

  /** Returns a listener that does the same at another interval; frames say steps if it does. */
  public EpochAnimation every(Interval interval) {
    Objects.requireNonNull(interval, "interval");
    return new EpochAnimation(file, interval, size, nanoTime);
  }

  /**
   * Returns a listener that does the same with frames of another size.
   *
   * @param rows images from top to bottom, at least 1
   * @param columns images from left to right, at least 1
   */
  public EpochAnimation size(int rows, int columns) {
    return new EpochAnimation(file, every, new GridSize(rows, columns), nanoTime);
  }

  @Override
  public void onRunStarted(Run run) {
    frames = new Frames(every, MOST_FRAMES, MOST_BYTES);
    writing = new TimeBudget(SHARE_OF_TIME, nanoTime);
    last = null;
  }

  @Override
  public byte[] state() {
    return StateBytes.write(STATE_VERSION, frames::write);
  }

  @Override
  public void onRunResumed(Run run, byte[] state) {
    onRunStarted(run);
    Frames earlier = new Frames(every, MOST_FRAMES, MOST_BYTES);
    StateBytes.read("animation", STATE_VERSION, state, earlier::read);
    frames = earlier;
  }

  @Override
  public void onLoss(LossEvent event) {
    last = event;
    if (frames.isDueAfter(event.step(), event.run())) {
      frames.add(frame(event));
      if (writing.isDue()) {
        writing.spendOn(() -> write(frames.all()));
      }
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    List<Frame> all = new ArrayList<>(frames.all());
    if (last != null && event.outcome() != Outcome.FAILED && !endWith(all, last.step())) {
      all.add(frame(last));
    }
    if (!all.isEmpty()) {
      write(all);
    }
    frames = new Frames(every, MOST_FRAMES, MOST_BYTES);
    last = null;
  }

  @Override
  public String toString() {
    return "EpochAnimation[" + file + "]";
  }

  private static boolean endWith(List<Frame> frames, long step) {
    return !frames.isEmpty() && frames.get(frames.size() - 1).step() == step;
  }

  private Frame frame(LossEvent event) {
    Run run = event.run();
    GridLayout layout = size.layout(run);
    BufferedImage grid =
        NamedRows.of(
            layout.generate(0, run, GridSize.FIXED_SEED).grid(layout.rowsOf(0), layout.columns()),
            layout.namesOf(0, run),
            Color.BLACK,
            Color.WHITE);
    BufferedImage picture =
        new BufferedImage(grid.getWidth(), grid.getHeight() + CAPTION_HEIGHT, grid.getType());
    Graphics2D graphics = picture.createGraphics();
    try {
      TextDrawing.on(graphics)
          .with(Font.BOLD, TEXT_SIZE, Color.WHITE)
          .rightOf(TEXT_MARGIN, grid.getHeight() + TEXT_SIZE + 3, caption(event));
    } finally {
      graphics.dispose();
    }
    // Not drawn: that would pass grey values through a colour space.
    picture.getRaster().setRect(grid.getRaster());
    return new Frame(event.step(), Gif.pack(picture));
  }

  private String caption(LossEvent event) {
    boolean endsEpoch = event.step() % event.run().stepsPerEpoch() == 0;
    return every.unit() == Interval.Unit.EPOCHS && endsEpoch
        ? "epoch " + event.epoch()
        : "step " + event.step();
  }

  private void write(List<Frame> all) {
    int delay = Math.max(SHORTEST_DELAY, Math.min(LONGEST_DELAY, LENGTH / all.size()));
    byte[] gif = Gif.animation(all.stream().map(Frame::picture).toList(), delay, LAST_DELAY);
    OutputFiles.replace("animation", file, out -> out.write(gif));
  }
}
