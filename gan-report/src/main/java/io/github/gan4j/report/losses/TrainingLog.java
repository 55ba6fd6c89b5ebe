package io.github.gan4j.report.losses;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.report.internal.ClassTable;
import io.github.gan4j.report.internal.FailureText;
import io.github.gan4j.report.internal.Figures;
import io.github.gan4j.report.internal.MethodFigures;
import io.github.gan4j.report.internal.RollBackText;
import io.github.gan4j.report.internal.StateBytes;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * A listener that writes a training log for people: what is trained, a line an epoch, and how it
 * ended. UTF-8; each line is on disk as soon as it is written.
 *
 * <p>An epoch's line has the wall-clock time (ISO 8601, to the second), both losses (D, G), the
 * discriminator's mean probability of "real" for real and for generated images, the gradient
 * penalty and the class losses of a run that has such, both learning rates, real images a second
 * and the time since the run began. A run that ends within an epoch leaves a line for that part,
 * too.
 *
 * <p>If the file cannot be written any more, the listener throws once and then leaves it alone. For
 * one run at a time, on the thread that trains; a further run of the same listener goes on in the
 * same file.
 */
public final class TrainingLog implements ResumableListener {
  private static final int STATE_VERSION = 2;
  static final String CONTENT = "training log";

  private final RunFile file;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final LossMeans sinceEpoch = new LossMeans();
  private long runStarted;
  private long epochStarted;
  private int epoch;
  private long step;

  TrainingLog(RunFile file, Clock clock, LongSupplier nanoTime) {
    this.file = file;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns a listener that writes to a new file. The file, and its folder if there is none, are
   * made when a run starts.
   *
   * @throws UncheckedIOException at once if the file exists or its folder cannot be written
   */
  public static TrainingLog writeTo(Path file) {
    return of(new RunFile(CONTENT, file));
  }

  /**
   * Returns a listener for a run that is resumed: it goes on in a file that exists, in which all
   * lines stay. Without such a file it makes one.
   *
   * @throws UncheckedIOException at once if the file or its folder cannot be written
   */
  public static TrainingLog continueIn(Path file) {
    return of(RunFile.continued(CONTENT, file));
  }

  private static TrainingLog of(RunFile file) {
    return new TrainingLog(file, Clock.system(ZoneId.systemDefault()), System::nanoTime);
  }

  /**
   * Opens the file and writes what is trained.
   *
   * @throws UncheckedIOException if it cannot be written or was made by somebody else meanwhile
   */
  @Override
  public void onRunStarted(Run run) {
    runStarted = nanoTime.getAsLong();
    epochStarted = runStarted;
    sinceEpoch.clear();
    step = 0;
    write((file.open() ? "" : "\n") + start(run));
  }

  @Override
  public byte[] state() {
    file.flush();
    return StateBytes.write(
        STATE_VERSION,
        out -> {
          out.writeLong(nanoTime.getAsLong() - runStarted);
          out.writeLong(nanoTime.getAsLong() - epochStarted);
          out.writeInt(epoch);
          out.writeLong(step);
          sinceEpoch.write(out);
        });
  }

  /**
   * Opens the file and writes that training goes on.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void onRunResumed(Run run, byte[] state) {
    StateBytes.read(
        CONTENT,
        STATE_VERSION,
        state,
        in -> {
          runStarted = nanoTime.getAsLong() - in.readLong();
          epochStarted = nanoTime.getAsLong() - in.readLong();
          epoch = in.readInt();
          step = in.readLong();
          sinceEpoch.read(in);
        });
    write(
        file.open()
            ? start(run)
            : "%s  training goes on after step %s\nengine:        %s"
                .formatted(now(), run.resumedAfter(), run.engine()));
  }

  @Override
  public void onRolledBack(Run run, RollBack rollBack) {
    write(now() + "  " + RollBackText.describe(rollBack));
  }

  @Override
  public void onLoss(LossEvent event) {
    epoch = event.epoch();
    step = event.step();
    sinceEpoch.add(event);
  }

  @Override
  public void onEpoch(EpochEvent event) {
    Run run = event.run();
    double images = (double) run.stepsPerEpoch() * run.imagesPerStep();
    write(line(run, event.summary(), images / event.seconds()));
    sinceEpoch.clear();
    epochStarted = nanoTime.getAsLong();
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    if (sinceEpoch.steps() > 0) {
      double images = (double) sinceEpoch.steps() * event.run().imagesPerStep();
      write(
          line(event.run(), sinceEpoch.summary(epoch, step), images / secondsSince(epochStarted)));
    }
    write(now() + "  " + end(event));
    file.close();
  }

  @Override
  public String toString() {
    return "TrainingLog[" + file.path() + "]";
  }

  private void write(String text) {
    file.append(text + "\n");
    file.flush();
  }

  private String start(Run run) {
    String epochs =
        Figures.counted(run.config().schedule().epochs(), "epoch")
            + " of "
            + Figures.counted(run.stepsPerEpoch(), "step");
    boolean shorter =
        run.totalSteps() < (long) run.config().schedule().epochs() * run.stepsPerEpoch();
    return String.join(
        "\n",
        now() + "  training starts",
        "dataset:       " + run.dataset().name(),
        "images:        " + run.dataset().size() + " of " + run.dataset().shape(),
        "classes:       " + ClassTable.describe(run.dataset()),
        "length:        " + epochs + (shorter ? ", at most " + run.totalSteps() + " in all" : ""),
        "batch:         " + run.config().schedule().batchSize(),
        "generator:     " + RunWidths.generator(run),
        "discriminator: " + RunWidths.discriminator(run),
        "loss:          " + run.config().objective().loss(),
        "seed:          " + run.config().seed(),
        "engine:        " + run.engine());
  }

  private String line(Run run, EpochSummary means, double imagesPerSecond) {
    int epochs = run.config().schedule().epochs();
    return Figures.format(
        "%s  epoch %s/%d  step %s  D %5s  G %5s  D(real) %5s  D(fake) %5s%s  %5s images/s  %s",
        now(),
        padded(means.epoch(), epochs),
        epochs,
        padded(means.step(), run.totalSteps()),
        Figures.loss(means.discriminator()),
        Figures.loss(means.generator()),
        Figures.loss(means.realProbability()),
        Figures.loss(means.fakeProbability()),
        ofMethod(run.config(), means),
        Figures.count(imagesPerSecond),
        Figures.duration(secondsSince(runStarted)));
  }

  /** Returns what the run's method has beside losses and probabilities. */
  private static String ofMethod(GanConfig config, EpochSummary means) {
    StringBuilder text = new StringBuilder();
    if (MethodFigures.hasPenalties(config)) {
      text.append(Figures.format("  penalty %5s", Figures.loss(means.penalty())));
    }
    if (MethodFigures.hasClassLoss(config)) {
      text.append(
          Figures.format(
              "  class loss D %5s G %5s",
              Figures.loss(means.discriminatorClassLoss()),
              Figures.loss(means.generatorClassLoss())));
    }
    return text.append(
            Figures.format(
                "  rates D %s G %s",
                Figures.loss(means.discriminatorRate()), Figures.loss(means.generatorRate())))
        .toString();
  }

  private String end(RunEndedEvent event) {
    String how =
        switch (event.outcome()) {
          case COMPLETED -> "done";
          case STOPPED -> "stopped";
          case FAILED -> "failed";
        };
    String why = event.failure() == null ? "" : ": " + FailureText.describe(event.failure());
    if (step == 0) {
      return how + " before the end of the first step" + why;
    }
    double seconds = event.duration().toNanos() / 1e9;
    return Figures.format(
        "%s in epoch %d after step %d; took %s, %s images/s%s",
        how,
        epoch,
        step,
        Figures.duration(seconds),
        Figures.count(event.steps() * event.run().imagesPerStep() / seconds),
        why);
  }

  private double secondsSince(long started) {
    return (nanoTime.getAsLong() - started) / 1e9;
  }

  private String now() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }

  private static String padded(long number, long largest) {
    String text = Long.toString(number);
    return " ".repeat(Math.max(0, Long.toString(largest).length() - text.length())) + text;
  }
}
