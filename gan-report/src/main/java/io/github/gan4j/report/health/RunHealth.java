package io.github.gan4j.report.health;

import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A listener that monitors a run and diagnoses its health (divergence, mode collapse, imbalance),
 * at any time or at its end:
 *
 * <pre>{@code
 * Gan.builder().listener(RunHealth.printTo(System.out)).train(Mnist.train());
 * }</pre>
 *
 * <p>Adds up each step's losses, and measures how varied 64 generated images are at the ends of
 * epochs, at least 200 steps apart. However long the run, it holds at most 512 stretches of steps,
 * and one figure for each measurement.
 *
 * <p>For one run at a time, on the thread that trains; what it tells is of the newest run.
 */
public final class RunHealth implements ResumableListener {
  private static final int STATE_VERSION = 2;

  /** A measurement takes about as long as a step: with this, half a per cent of the time. */
  private static final int STEPS_BETWEEN_DIVERSITIES = 200;

  private final Consumer<Verdict> atTheEnd;
  private @Nullable Run run;
  private @Nullable DiversityMeter meter;
  private StretchSeries series = new StretchSeries();
  private List<Diversity> diversities = new ArrayList<>();
  private @Nullable Divergence divergence;

  private RunHealth(Consumer<Verdict> atTheEnd) {
    this.atTheEnd = atTheEnd;
  }

  /** Returns a listener that tells a run's health when asked. */
  public static RunHealth watch() {
    return new RunHealth(verdict -> {});
  }

  /** Returns a listener that also prints the verdict when the run has ended. */
  public static RunHealth printTo(PrintStream out) {
    Objects.requireNonNull(out, "out");
    return new RunHealth(out::println);
  }

  @Override
  public void onRunStarted(Run started) {
    run = started;
    series = new StretchSeries();
    diversities = new ArrayList<>();
    divergence = null;
    meter = new DiversityMeter(started.dataset());
  }

  @Override
  public byte[] state() {
    return StateBytes.write(
        STATE_VERSION,
        out -> {
          series.write(out);
          out.writeInt(diversities.size());
          for (Diversity diversity : diversities) {
            out.writeLong(diversity.step());
            out.writeDouble(diversity.ratio());
          }
        });
  }

  @Override
  public void onRunResumed(Run resumed, byte[] state) {
    onRunStarted(resumed);
    StateBytes.read(
        "health",
        STATE_VERSION,
        state,
        in -> {
          series.read(in);
          for (int left = in.readInt(); left > 0; left--) {
            diversities.add(new Diversity(in.readLong(), in.readDouble()));
          }
        });
  }

  @Override
  public void onLoss(LossEvent event) {
    series.add(Stretch.of(event));
  }

  @Override
  public void onEpoch(EpochEvent event) {
    long last = diversities.isEmpty() ? 0 : diversities.get(diversities.size() - 1).step();
    if (event.summary().step() - last >= STEPS_BETWEEN_DIVERSITIES) {
      measure(event.run(), event.summary().step());
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    long last = diversities.isEmpty() ? 0 : diversities.get(diversities.size() - 1).step();
    if (event.steps() > last && event.outcome() != Outcome.FAILED) {
      measure(event.run(), event.steps());
    }
    if (event.failure() instanceof TrainingDivergedException diverged) {
      divergence =
          new Divergence(
              diverged.step(), diverged.discriminator(), diverged.generator(), diverged.where());
    }
    atTheEnd.accept(verdict());
  }

  /**
   * Returns the figures so far.
   *
   * @throws IllegalStateException if no run has started
   */
  public RunFigures figures() {
    if (run == null) {
      throw new IllegalStateException("no run has started yet");
    }
    return new RunFigures(run.config(), run.loss(), series.toList(), diversities, divergence);
  }

  /**
   * Returns what the figures so far say.
   *
   * @throws IllegalStateException if no run has started
   */
  public Verdict verdict() {
    return HealthCheck.of(figures());
  }

  @Override
  public String toString() {
    return "RunHealth";
  }

  private void measure(Run measured, long step) {
    if (meter != null) {
      diversities.add(new Diversity(step, meter.ratio(measured.generator())));
    }
  }
}
