package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLogTest {
  private static final String START =
      """
      2026-11-22T07:00:00+02:00  training starts
      dataset:       squares
      images:        20 of 1x2x2
      classes:       none
      length:        12 epochs of 2 steps
      batch:         10
      generator:     100-256-512-1024-4
      discriminator: 4-1024-512-256-1
      loss:          non-saturating
      seed:          1
      engine:        fake engine
      """;

  @TempDir Path folder;
  private Path file;
  private long seconds;
  private TrainingLog log;

  @BeforeEach
  void makeLog() {
    file = folder.resolve("run/training.log");
    log = log(new RunFile(TrainingLog.CONTENT, file));
  }

  @Test
  void tellsWhatIsTrainedEachEpochAndTheEnd() throws IOException {
    FakeRun run = new FakeRun(log, 12, 2).start();
    seconds = 65;
    run.steps(2);
    seconds = 130;
    run.steps(2).end(Outcome.STOPPED);

    assertThat(file)
        .hasContent(
            START
                + """
                2026-11-22T07:01:05+02:00  epoch  1/12  step  2  D 7.000  G 8.000  D(real) 0.500  D(fake) 0.500  rates D 0.001 G 0.002   20.0 images/s  1m05s
                2026-11-22T07:02:10+02:00  epoch  2/12  step  4  D 7.000  G 8.000  D(real) 0.500  D(fake) 0.500  rates D 0.001 G 0.002   20.0 images/s  2m10s
                2026-11-22T07:02:10+02:00  stopped in epoch 2 after step 4; took 1m40s, 0.4 images/s
                """);
  }

  @Test
  void partOfAnEpochHasALineToo() throws IOException {
    FakeRun run = new FakeRun(log, 12, 4).start();
    seconds = 10;
    run.steps(4);
    seconds = 12;
    run.step(1, 2, 3).step(2, 3, 5).end(Outcome.FAILED);

    assertThat(Files.readAllLines(file))
        .endsWith(
            "2026-11-22T07:00:12+02:00  epoch  2/12  step  6  D 4.000  G 4.000  D(real) 0.750"
                + "  D(fake)  1e-7  rates D 0.001 G 0.002   10.0 images/s  12s",
            "2026-11-22T07:00:12+02:00  failed in epoch 2 after step 6; took 1m40s, 0.6 images/s:"
                + " java.lang.IllegalStateException: a <fuse> blew");
  }

  @Test
  void lineHasWhatTheMethodAdds() throws IOException {
    FakeRun run = new FakeRun(log, 12, 2);
    run.setUp =
        builder ->
            builder.penalty(GradientPenalty.r1(1)).conditional(Conditioning.auxiliaryClassifier(3));
    run.discriminatorClassLoss = 2.5;
    run.generatorClassLoss = 1.75;
    run.start().steps(2);
    run.penalty = 0.5;
    run.steps(1);
    run.end(Outcome.STOPPED);

    assertThat(file)
        .content()
        .contains("D(fake) 0.500  penalty 0.000  class loss D 2.500 G 1.750  rates")
        .contains("D(fake)  1e-7  penalty 0.500  class loss D 2.500 G 1.750  rates");
  }

  @Test
  void penaltyOfAPartIsTheMeanOfTheStepsThatHadOne() throws IOException {
    FakeRun run = new FakeRun(log, 12, 20);
    run.setUp = builder -> builder.penalty(GradientPenalty.r1(1));
    run.start().steps(3);
    run.penalty = 0.5;
    run.steps(1);
    run.penalty = 0.25;
    byte[] state = log.state();
    log = log(RunFile.continued(TrainingLog.CONTENT, file));
    FakeRun resumed = new FakeRun(log, 12, 20);
    resumed.setUp = run.setUp;
    resumed.penalty = 0.25;
    resumed.resume(4, state).steps(1).end(Outcome.STOPPED);

    assertThat(file).content().contains("  penalty 0.375  ");
  }

  @Test
  void speedCountsTheImagesOfEachOfTheDiscriminatorsUpdates() throws IOException {
    FakeRun run = new FakeRun(log, 12, 4);
    run.setUp = builder -> builder.discriminatorUpdatesPerStep(5);
    run.start().steps(4);
    seconds = 10;
    run.steps(2).end(Outcome.STOPPED);

    assertThat(Files.readAllLines(file))
        .anyMatch(line -> line.contains("  200 images/s"))
        .anyMatch(line -> line.contains("   10.0 images/s"))
        .last()
        .asString()
        .endsWith("took 1m40s, 3.0 images/s");
  }

  @Test
  void classesAreNamed() throws IOException {
    FakeRun run = new FakeRun(log, 12, 4);
    run.classNames = List.of("cat", "dog", "emu");
    run.start().end(Outcome.STOPPED);
    assertThat(file).content().contains("\nclasses:       0 cat, 1 dog, 2 emu\n");
  }

  @Test
  void runThatEndsAtOnceSaysSo() throws IOException {
    new FakeRun(log, 12, 2).start().diverge();

    assertThat(file)
        .hasContent(
            START
                + "2026-11-22T07:00:00+02:00  failed before the end of the first step: training"
                + " diverged in step 1: the discriminator's loss is infinite or not a number;"
                + " discriminator loss Infinity, generator loss NaN; try a lower learning rate\n");
  }

  @Test
  void runThatWentBackSaysSo() throws IOException {
    FakeRun run = new FakeRun(log, 3, 2).start().steps(2);
    byte[] state = log.state();
    run.steps(1).goBack(2, state).steps(4).end(Outcome.COMPLETED);
    assertThat(Files.readString(file))
        .containsSubsequence(
            "epoch 1/3",
            "  step 4 diverged (the generator's loss); back to step 2, learning rates times 0.5\n",
            "  training goes on after step 2\n",
            "epoch 2/3",
            "epoch 3/3");
  }

  @Test
  void eachLineIsOnDiskAtOnce() throws IOException {
    FakeRun run = new FakeRun(log, 12, 2).start();
    assertThat(file).hasContent(START);
    run.steps(3);
    assertThat(Files.readString(file)).hasLineCount(START.split("\n", -1).length);
  }

  @Test
  void furtherRunGoesOnInTheSameFileWithFiguresOfItsOwn() throws IOException {
    new FakeRun(log, 12, 2).start().steps(3).end(Outcome.STOPPED);
    seconds = 1000;
    FakeRun run = new FakeRun(log, 12, 4).start();
    seconds = 1004;
    run.steps(1).end(Outcome.COMPLETED);

    assertThat(Files.readString(file))
        .startsWith(START)
        .contains("\n\n2026-11-22T07:16:40+02:00  training starts\n")
        .endsWith(
            """
            D 0.750  G 1.000  D(real) 0.750  D(fake)  1e-7  rates D 0.001 G 0.002    2.5 images/s  4s
            2026-11-22T07:16:44+02:00  done in epoch 1 after step 1; took 1m40s, 0.1 images/s
            """);
  }

  @Test
  void linesDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      tellsWhatIsTrainedEachEpochAndTheEnd();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void existingFileIsRefusedAtOnceAndKept() throws IOException {
    Path old = Files.writeString(folder.resolve("training.log"), "precious");

    assertThatThrownBy(() -> TrainingLog.writeTo(old))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessage("training log file must be a new file, there is one already: " + old);
    assertThat(old).hasContent("precious");
  }

  @Test
  void failureToWriteNamesTheFileAndIsThrownOnce() throws IOException {
    FakeRun run = new FakeRun(log, 12, 2);
    Files.createDirectories(file);

    assertThatThrownBy(run::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write training log to " + file);
    run.steps(2).end(Outcome.COMPLETED);
    assertThat(file).isEmptyDirectory();
  }

  @Test
  void resumedRunGoesOnInTheFile() throws IOException {
    seconds = 0;
    FakeRun run = new FakeRun(log, 12, 4).start();
    seconds = 10;
    run.steps(4);
    seconds = 12;
    run.step(1, 2, 3);
    byte[] state = log.state();
    List<String> before = Files.readAllLines(file);

    seconds = 100;
    TrainingLog again = log(RunFile.continued(TrainingLog.CONTENT, file));
    FakeRun resumed = new FakeRun(again, 12, 4).resume(5, state);
    seconds = 103;
    resumed.step(2, 3, 5).end(Outcome.STOPPED);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.subList(0, before.size())).isEqualTo(before);
    assertThat(lines.subList(before.size(), lines.size()))
        .containsExactly(
            "2026-11-22T07:01:40+02:00  training goes on after step 5",
            "engine:        fake engine",
            "2026-11-22T07:01:43+02:00  epoch  2/12  step  6  D 4.000  G 4.000  D(real) 0.750"
                + "  D(fake)  1e-7  rates D 0.001 G 0.002    4.0 images/s  15s",
            "2026-11-22T07:01:43+02:00  stopped in epoch 2 after step 6; took 1m40s, 0.6 images/s");
  }

  private TrainingLog log(RunFile target) {
    InstantSource wall =
        () -> Instant.parse("2026-11-22T05:00:00Z").plusSeconds(seconds).plusMillis(999);
    Clock clock = wall.withZone(ZoneOffset.ofHours(2));
    return new TrainingLog(target, clock, () -> Long.MAX_VALUE + seconds * 1_000_000_000);
  }
}
