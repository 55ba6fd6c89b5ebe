package io.github.gan4j.report.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.report.tensorboard.EventReader.Event;
import io.github.gan4j.report.tensorboard.EventReader.Image;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00.250Z");
  private static final String FIRST = "events.out.tfevents.1767225600.gan4j";

  @TempDir Path root;
  private Path folder;
  private TensorBoardLog log;
  private long millis;

  @BeforeEach
  void nameFolder() {
    folder = root.resolve("run/tensorboard");
    log = log(EventFile::create);
  }

  @Test
  void fileBeginsWithItsVersionAndNamesItsSecondAndNoComputer() throws IOException {
    new FakeRun(log, 1, 5).start();

    assertThat(files()).containsExactly(FIRST);
    assertThat(EventReader.read(folder.resolve(FIRST)))
        .containsExactly(new Event(1767225600.25, 0, "brain.Event:2", Map.of(), Map.of()));
  }

  @Test
  void stepsAreWrittenAtTheInterval() throws IOException {
    FakeRun run = new FakeRun(log, 1, 100).start();
    for (int i = 1; i <= 5; i++) {
      millis += 20;
      run.step(i, 0.25, 1e-7);
    }
    run.end(Outcome.FAILED);

    List<Event> events = events();
    assertThat(events).extracting(Event::step).containsExactly(0L, 2L, 4L);
    assertThat(events.get(2).wallTime()).isEqualTo(1767225600.33);
    assertThat(events.get(2).scalars())
        .containsExactly(
            Map.entry("loss/discriminator", 4.25f),
            Map.entry("loss/generator", 1e-7f),
            Map.entry("probability/real", 0.75f),
            Map.entry("probability/fake", 1e-7f),
            Map.entry("learning_rate/discriminator", 1e-3f),
            Map.entry("learning_rate/generator", 2e-3f),
            // 10 images a step of 20 ms
            Map.entry("speed/images_per_second", 500f));
    assertThat(events.get(1).scalars()).containsEntry("speed/images_per_second", 500f);
  }

  @Test
  void theFirstStepIsNotTimed() throws IOException {
    FakeRun run = new FakeRun(log.every(Interval.steps(1)), 1, 100).start();
    millis += 60_000;
    run.steps(1);
    millis += 10;
    run.steps(1).end(Outcome.FAILED);

    assertThat(events().get(1).scalars()).doesNotContainKey("speed/images_per_second");
    assertThat(events().get(2).scalars()).containsEntry("speed/images_per_second", 1000f);
  }

  @Test
  void epochsAreWrittenAsMeansUnderTagsOfTheirOwn() throws IOException {
    new FakeRun(log.every(Interval.steps(1000)), 2, 30).start().steps(60).end(Outcome.COMPLETED);

    List<Event> means = events().stream().filter(event -> !event.scalars().isEmpty()).toList();
    assertThat(means).extracting(Event::step).containsExactly(30L, 60L);
    assertThat(means.get(1).scalars())
        .containsExactly(
            Map.entry("epoch_loss/discriminator", 7f),
            Map.entry("epoch_loss/generator", 8f),
            Map.entry("epoch_probability/real", 0.5f),
            Map.entry("epoch_probability/fake", 0.5f),
            Map.entry("epoch_speed/images_per_second", 300f));
  }

  @Test
  void whatTheMethodAddsHasTagsAndNoPenaltyWhereNoneWasDue() throws IOException {
    FakeRun run = new FakeRun(log.every(Interval.steps(1)), 1, 2);
    run.setUp =
        builder ->
            builder.penalty(GradientPenalty.r1(1)).conditional(Conditioning.auxiliaryClassifier(3));
    run.penalty = 0.125;
    run.discriminatorClassLoss = 2.5;
    run.generatorClassLoss = 1.75;
    run.start().steps(1);
    run.penalty = 0;
    run.steps(1).end(Outcome.COMPLETED);

    assertThat(events().get(1).scalars())
        .containsEntry("loss/penalty", 0.125f)
        .containsEntry("loss/discriminator_class", 2.5f)
        .containsEntry("loss/generator_class", 1.75f);
    assertThat(events().get(2).scalars()).doesNotContainKey("loss/penalty");
    assertThat(events().get(3).scalars())
        .containsEntry("epoch_loss/discriminator_class", 2.5f)
        .containsEntry("epoch_loss/generator_class", 1.75f);
  }

  @Test
  void speedCountsTheImagesOfEachOfTheDiscriminatorsUpdates() throws IOException {
    FakeRun run = new FakeRun(log, 1, 4);
    run.setUp = builder -> builder.discriminatorUpdatesPerStep(5);
    run.start();
    for (int i = 0; i < 4; i++) {
      millis += 20;
      run.steps(1);
    }

    assertThat(events().get(1).scalars()).containsEntry("speed/images_per_second", 2500f);
    assertThat(events().get(3).scalars()).containsEntry("epoch_speed/images_per_second", 200f);
  }

  @Test
  void theIntervalMayBeEpochs() throws IOException {
    new FakeRun(log.every(Interval.epochs(2)), 4, 3).start().steps(12).end(Outcome.COMPLETED);

    assertThat(events().stream().filter(event -> event.scalars().containsKey("loss/generator")))
        .extracting(Event::step)
        .containsExactly(6L, 12L);
  }

  @Test
  void theIntervalIsFiftyStepsByDefault() throws IOException {
    new FakeRun(TensorBoardLog.into(folder), 1, 1000).start().steps(149).end(Outcome.FAILED);

    assertThat(events()).extracting(Event::step).containsExactly(0L, 50L, 100L);
  }

  @Test
  void eachEpochIsPicturedFromTheSameLatentVectors() throws IOException {
    FakeRun run = new FakeRun(log, 2, 5).start();
    run.steps(10).end(Outcome.COMPLETED);

    List<Event> pictures = pictures();
    assertThat(pictures).extracting(Event::step).containsExactly(5L, 10L);
    assertThat(run.seeds).containsExactly(64L, 64L);
    Image image = pictures.get(1).images().get("samples");
    BufferedImage picture = image.picture();
    assertThat(image.colorspace()).as("grey").isEqualTo(1);
    assertThat(image.height()).isEqualTo(picture.getHeight()).isGreaterThan(8 * 2);
    assertThat(image.width()).isEqualTo(picture.getWidth()).isGreaterThan(8 * 2);
    assertThat(picture.getRaster().getSample(3, 3, 0)).as("image 0 after step 10").isEqualTo(10);
  }

  @Test
  void allClassesArePicturedOnPagesIfTheyAreMany() throws IOException {
    FakeRun run = new FakeRun(log, 1, 5);
    run.setUp = builder -> builder.conditional(21);
    run.start().steps(5).end(Outcome.COMPLETED);

    assertThat(pictures().stream().flatMap(event -> event.images().keySet().stream()))
        .containsExactly("samples/page_1", "samples/page_2");
    assertThat(pictures().get(1).images().get("samples/page_2").height()).isEqualTo(6 + 2);
  }

  @Test
  void runStoppedWithinAnEpochLeavesItsFinalPicture() throws IOException {
    new FakeRun(log, 2, 5).start().steps(7).end(Outcome.STOPPED);

    assertThat(pictures()).extracting(Event::step).containsExactly(5L, 7L);
  }

  @Test
  void failedRunAndOneWithoutAStepHaveNoFinalPicture() throws IOException {
    new FakeRun(log, 2, 5).start().steps(7).end(Outcome.FAILED);
    assertThat(pictures()).extracting(Event::step).containsExactly(5L);

    new FakeRun(log, 2, 5).start().end(Outcome.STOPPED);
    assertThat(read(1)).hasSize(1);
  }

  @Test
  void fileIsWholeAfterEachEpochAndBufferedInBetween() throws IOException {
    FakeRun run = new FakeRun(log, 3, 5).start();
    run.steps(4);
    assertThat(events()).hasSize(1);
    run.steps(1);
    assertThat(events()).hasSize(1 + 2 + 1 + 1);
    run.steps(4);
    assertThat(events()).hasSize(5);
  }

  @Test
  void longEpochsAreWrittenRecordByWholeRecord() throws IOException {
    FakeRun run = new FakeRun(log.every(Interval.steps(1)), 1, 100_000).start().steps(1000);

    assertThat(events()).hasSizeBetween(200, 1000);
    run.end(Outcome.STOPPED);
    assertThat(events()).hasSize(1 + 1000 + 1);
  }

  @Test
  void lossesThatAreNoNumbersAreKept() throws IOException {
    FakeRun run = new FakeRun(log.every(Interval.steps(1)), 1, 100).start();
    run.step(Double.NaN, 1, Double.POSITIVE_INFINITY).end(Outcome.FAILED);

    assertThat(events().get(1).scalars())
        .containsEntry("loss/discriminator", Float.NaN)
        .containsEntry("loss/generator", Float.POSITIVE_INFINITY);
  }

  @Test
  void furtherRunBeginsAFurtherFileWhoseNameSortsAfter() throws IOException {
    new FakeRun(log, 1, 2).start().steps(2).end(Outcome.COMPLETED);
    byte[] before = Files.readAllBytes(folder.resolve(FIRST));
    new FakeRun(log, 1, 2).start().steps(2).end(Outcome.COMPLETED);
    new FakeRun(TensorBoardLog.into(folder), 1, 2).start();

    assertThat(files()).hasSize(3).startsWith(FIRST, "events.out.tfevents.1767225601.gan4j");
    assertThat(Files.readAllBytes(folder.resolve(FIRST))).isEqualTo(before);
    assertThat(read(1)).extracting(Event::step).containsExactly(0L, 2L, 2L, 2L);
  }

  @Test
  void nothingIsWrittenBeforeARunStarts() {
    assertThat(TensorBoardLog.into(folder)).hasToString("TensorBoardLog[" + folder + "]");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void folderThatIsAFileIsRefusedAtOnce() throws IOException {
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> TensorBoardLog.into(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "TensorBoard's events must be in a folder, which is a file: " + root.resolve("run"));
  }

  @Test
  void folderThatBecameAFileThrowsOnceWhenTheRunStarts() throws IOException {
    FakeRun run = new FakeRun(log, 1, 1);
    Files.writeString(root.resolve("run"), "precious");

    assertThatThrownBy(run::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write TensorBoard's events into " + folder);
    run.steps(1).end(Outcome.COMPLETED);
    assertThat(root.resolve("run")).hasContent("precious");
  }

  @Test
  void fullDiskThrowsOnceWithTheFolderInTheMessage() {
    FakeRun run = new FakeRun(log((to, begin) -> new EventFile(new FullDisk())), 2, 2).start();
    run.steps(1);

    assertThatThrownBy(() -> run.steps(1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "cannot write TensorBoard's events into %s: java.io.IOException: disk full"
                .formatted(folder))
        .satisfies(e -> assertThat(e.getCause().getSuppressed()[0]).hasMessage("cannot close"));
    run.steps(2).end(Outcome.COMPLETED);
    assertThat(run.seeds).as("no picture for a file that is given up").isEmpty();
  }

  private TensorBoardLog log(TensorBoardLog.Opener opener) {
    return new TensorBoardLog(
        folder,
        Interval.steps(2),
        () -> BEGIN.plusMillis(millis),
        // Near overflow, as System.nanoTime may be.
        () -> Long.MAX_VALUE - 1_000_000 + millis * 1_000_000,
        opener);
  }

  private List<Event> pictures() throws IOException {
    return events().stream().filter(event -> !event.images().isEmpty()).toList();
  }

  private List<Event> events() throws IOException {
    return read(0);
  }

  private List<Event> read(int index) throws IOException {
    return EventReader.read(folder.resolve(files().get(index)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("disk full");
    }

    @Override
    public void close() throws IOException {
      throw new IOException("cannot close");
    }
  }
}
