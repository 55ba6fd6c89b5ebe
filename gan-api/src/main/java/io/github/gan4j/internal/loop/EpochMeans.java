package io.github.gan4j.internal.loop;

import io.github.gan4j.internal.file.CheckpointState.Progress;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import java.util.List;

/** Adds up an epoch's steps. */
public final class EpochMeans {
  private boolean started;
  private long startedAt;
  private long earlierNanos;
  private int steps;
  private int epoch;
  private long lastStep;
  private double discriminator;
  private double generator;
  private double realProbability;
  private double fakeProbability;

  /** Starts the clock of the first epoch. */
  public void start() {
    started = true;
    startedAt = System.nanoTime() - earlierNanos;
  }

  /** Takes what was added up before a run was saved. */
  public void resume(Progress progress) {
    steps = progress.epochSteps();
    discriminator = progress.discriminator();
    generator = progress.generator();
    realProbability = progress.realProbability();
    fakeProbability = progress.fakeProbability();
    earlierNanos = (long) (progress.epochSeconds() * 1e9);
  }

  /** Returns what was added up so far. */
  public Progress progress(long step, int images, double seconds, List<RollBack> rollBacks) {
    return new Progress(
        step,
        images,
        steps,
        discriminator,
        generator,
        realProbability,
        fakeProbability,
        (started ? System.nanoTime() - startedAt : earlierNanos) / 1e9,
        seconds,
        rollBacks);
  }

  /** Adds a step. */
  public void add(LossEvent event) {
    steps++;
    epoch = event.epoch();
    lastStep = event.step();
    discriminator += event.discriminator();
    generator += event.generator();
    realProbability += event.realProbability();
    fakeProbability += event.fakeProbability();
  }

  /** Returns the epoch and starts the next. */
  public EpochSummary finish() {
    long now = System.nanoTime();
    EpochSummary summary =
        new EpochSummary(
            epoch,
            lastStep,
            discriminator / steps,
            generator / steps,
            realProbability / steps,
            fakeProbability / steps,
            (now - startedAt) / 1e9);
    steps = 0;
    discriminator = 0;
    generator = 0;
    realProbability = 0;
    fakeProbability = 0;
    startedAt = now;
    return summary;
  }
}
