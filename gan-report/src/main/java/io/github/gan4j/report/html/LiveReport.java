package io.github.gan4j.report.html;

import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.report.health.RunHealth;
import io.github.gan4j.report.html.RunView.State;
import io.github.gan4j.report.internal.FailureText;
import io.github.gan4j.report.internal.OutputFiles;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of one run: gathers what the page shows and decides when to write it. */
final class LiveReport {
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);
  private static final int STEPS_BETWEEN_PICTURES = 200;
  private static final int MOST_FRAMES = 60;
  private static final long MOST_CHARACTERS = 6_000_000;

  private final Run run;
  private final Path file;
  private final ReportGrid grid;
  private final ConfigWording wording;
  private final InstantSource clock;
  private final Page page = new Page();
  private final RunHealth health = RunHealth.watch();
  private final Timeline timeline = new Timeline(MOST_FRAMES, MOST_CHARACTERS);
  private final List<EpochEvent> epochs = new ArrayList<>();
  private Instant started;
  private Duration paused = Duration.ZERO;
  private final boolean pictured;
  private @Nullable Picture real;
  private Instant written;
  private long step;
  private long picturedStep;

  LiveReport(Run run, Path file, ReportGrid grid, ConfigWording wording, InstantSource clock) {
    this.run = run;
    this.file = file;
    this.grid = grid;
    this.wording = wording;
    this.clock = clock;
    started = clock.instant();
    written = started;
    pictured = Picture.canShow(run.dataset().shape());
  }

  void start() {
    health.onRunStarted(run);
    if (pictured) {
      real = grid.real();
      timeline.moment(this::frame);
    }
    write(State.RUNNING, null);
  }

  /** Goes on with what {@link #write(DataOutputStream)} wrote before the run paused. */
  void resume(DataInputStream in) throws IOException {
    Instant saved = read(in);
    paused = paused.plus(Duration.between(saved, clock.instant()));
    show();
  }

  /** Goes on with what {@link #write(DataOutputStream)} wrote; the run has worked ever since. */
  void goBack(DataInputStream in) throws IOException {
    Instant unused = read(in);
    show();
  }

  /** Returns when it was written. */
  private Instant read(DataInputStream in) throws IOException {
    started = Instant.ofEpochMilli(in.readLong());
    final Instant saved = Instant.ofEpochMilli(in.readLong());
    paused = Duration.ofMillis(in.readLong());
    step = in.readLong();
    picturedStep = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      epochs.add(
          new EpochEvent(
              run,
              new EpochSummary(
                  in.readInt(),
                  in.readLong(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble(),
                  in.readDouble()),
              in.readDouble()));
    }
    health.onRunResumed(run, StateBytes.readBytes(in));
    timeline.read(in);
    return saved;
  }

  private void show() {
    if (pictured) {
      real = grid.real();
    }
    write(State.RUNNING, null);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(started.toEpochMilli());
    out.writeLong(clock.millis());
    out.writeLong(paused.toMillis());
    out.writeLong(step);
    out.writeLong(picturedStep);
    out.writeInt(epochs.size());
    for (EpochEvent event : epochs) {
      EpochSummary epoch = event.summary();
      out.writeInt(epoch.epoch());
      out.writeLong(epoch.step());
      out.writeDouble(epoch.discriminator());
      out.writeDouble(epoch.generator());
      out.writeDouble(epoch.realProbability());
      out.writeDouble(epoch.fakeProbability());
      out.writeDouble(epoch.penalty());
      out.writeDouble(epoch.discriminatorClassLoss());
      out.writeDouble(epoch.generatorClassLoss());
      out.writeDouble(epoch.discriminatorRate());
      out.writeDouble(epoch.generatorRate());
      out.writeDouble(event.seconds());
    }
    StateBytes.writeBytes(health.state(), out);
    timeline.write(out);
  }

  void step(LossEvent event) {
    step = event.step();
    health.onLoss(event);
  }

  void epoch(EpochEvent event) {
    epochs.add(event);
    health.onEpoch(event);
  }

  /** Updates the report, unless epochs are so short that it would cost too much. */
  void updateUnlessTooSoon() {
    if (pictured && step - picturedStep >= STEPS_BETWEEN_PICTURES) {
      picturedStep = step;
      timeline.moment(this::frame);
    }
    writeUnlessTooSoon();
  }

  /** Takes a picture and updates the report, if the last time is long enough ago. */
  void update() {
    if (pictured) {
      timeline.moment(this::frame);
    }
    writeUnlessTooSoon();
  }

  void end(RunEndedEvent event) {
    health.onRunEnded(event);
    if (pictured && event.outcome() != Outcome.FAILED) {
      timeline.newest(step, this::frame);
    }
    write(
        switch (event.outcome()) {
          case COMPLETED -> State.COMPLETED;
          case STOPPED -> State.STOPPED;
          case FAILED -> State.FAILED;
        },
        event.failure());
  }

  private void writeUnlessTooSoon() {
    if (Duration.between(written, clock.instant()).compareTo(SHORTEST_PAUSE) >= 0) {
      if (pictured) {
        timeline.newest(step, this::frame);
      }
      write(State.RUNNING, null);
    }
  }

  private void write(State state, @Nullable Throwable failure) {
    written = clock.instant();
    byte[] html =
        page.html(
                new RunView(
                    run,
                    state,
                    failure == null ? null : FailureText.describe(failure),
                    step,
                    started,
                    Duration.between(started, written).minus(paused),
                    written,
                    refreshInterval(),
                    epochs,
                    health.figures(),
                    health.verdict(),
                    wording,
                    timeline.frames(),
                    real,
                    grid.names()))
            .getBytes(StandardCharsets.UTF_8);
    OutputFiles.replace("report", file, out -> out.write(html));
  }

  private TimelineFrame frame() {
    return new TimelineFrame(step, moment(), grid.generated());
  }

  private String moment() {
    if (step == 0) {
      return "before training";
    }
    return step % run.stepsPerEpoch() == 0
        ? "after epoch " + step / run.stepsPerEpoch()
        : "after step " + step;
  }

  /** A page that refreshes twice an epoch is never late by much. */
  private Duration refreshInterval() {
    double epoch = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).seconds();
    Duration half = Duration.ofMillis((long) (epoch * 500));
    return half.compareTo(SHORTEST_PAUSE) < 0
        ? SHORTEST_PAUSE
        : half.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : half;
  }
}
