package io.github.gan4j.report.progress;

import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one run: adds up steps and decides when to show. A step that shows nothing costs
 * a look at the clock and a few additions.
 */
final class RunProgress {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long SPEED_WINDOW = TimeUnit.SECONDS.toNanos(5);
  private static final long TIME_LEFT_WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final Run run;
  private final ProgressView view;
  private final LongSupplier nanoTime;
  private Pace pace = new Pace(TIME_LEFT_WINDOW);

  private long lastTick;
  private long lastShown;
  private long summed;
  private double discriminatorSum;
  private double generatorSum;
  private @Nullable LossEvent lastLoss;
  private @Nullable Progress shown;

  RunProgress(Run run, ProgressView view, LongSupplier nanoTime) {
    this.run = run;
    this.view = view;
    this.nanoTime = nanoTime;
    lastTick = nanoTime.getAsLong();
    lastShown = lastTick;
    view.open(ProgressText.start(run));
  }

  void step(LossEvent event) {
    summed++;
    discriminatorSum += event.discriminator();
    generatorSum += event.generator();
    boolean first = lastLoss == null;
    lastLoss = event;
    long now = nanoTime.getAsLong();
    if (first || now - lastTick >= TICK) {
      tick(event, now);
    }
  }

  void epoch(EpochSummary summary) {
    if (view.showsEveryEpoch()) {
      long now = nanoTime.getAsLong();
      pace.add(now, summary.step());
      show(summary.epoch(), summary.step(), summary.discriminator(), summary.generator(), now);
    }
  }

  /** Prints a line about a rollback, after which the speed is measured anew. */
  void rolledBack(String text) {
    view.note(text);
    pace = new Pace(TIME_LEFT_WINDOW);
    lastLoss = null;
    clearSums();
  }

  private void clearSums() {
    summed = 0;
    discriminatorSum = 0;
    generatorSum = 0;
  }

  void end(RunEndedEvent event) {
    Progress last = shown;
    if (lastLoss != null && (last == null || last.step() != lastLoss.step())) {
      last = meansSinceShown(lastLoss);
    }
    view.close(last, ProgressText.end(run, event, last));
  }

  private void tick(LossEvent event, long now) {
    lastTick = now;
    pace.add(now, event.step());
    if (now - lastShown >= view.intervalNanos()) {
      Progress means = meansSinceShown(event);
      show(means.epoch(), means.step(), means.discriminator(), means.generator(), now);
    }
  }

  private void show(int epoch, long step, double discriminator, double generator, long now) {
    shown = progress(epoch, step, discriminator, generator);
    view.show(shown);
    lastShown = now;
    clearSums();
  }

  private Progress meansSinceShown(LossEvent at) {
    return progress(at.epoch(), at.step(), discriminatorSum / summed, generatorSum / summed);
  }

  private Progress progress(int epoch, long step, double discriminator, double generator) {
    double speed = pace.stepsPerSecond(SPEED_WINDOW);
    double longSpeed = pace.stepsPerSecond(TIME_LEFT_WINDOW);
    return new Progress(
        epoch,
        run.config().schedule().epochs(),
        step,
        run.totalSteps(),
        discriminator,
        generator,
        speed * run.imagesPerStep(),
        Math.max(0, run.totalSteps() - step) / longSpeed);
  }
}
