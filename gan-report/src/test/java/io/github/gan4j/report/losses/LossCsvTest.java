package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCsvTest {
  private static final String HEADER =
      "step,epoch,discriminator,generator,discriminator_real,discriminator_fake,"
          + "real_probability,fake_probability,penalty,discriminator_class,generator_class,"
          + "discriminator_rate,generator_rate\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("losses.csv");
  }

  @Test
  void eachStepIsALine() throws IOException {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 2, 2).start();
    run.step(0.5, 0.25, 1).step(1e-5, 0, -12345678).step(0.1f, 0.2f, 2 / 3.0);
    run.end(Outcome.STOPPED);

    assertThat(Files.readString(file))
        .isEqualTo(
            HEADER
                + "1,1,0.75,1.0,0.5,0.25,0.75,1.0E-7,0.0,0.0,0.0,0.001,0.002\n"
                + "2,1,1.0E-5,-1.2345678E7,1.0E-5,0.0,0.75,1.0E-7,0.0,0.0,0.0,0.001,0.002\n"
                + "3,2,0.3,0.6666667,0.1,0.2,0.75,1.0E-7,0.0,0.0,0.0,0.001,0.002\n");
  }

  @Test
  void penaltyAndClassLossesHaveColumns() throws IOException {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 1, 2).start();
    run.penalty = 0.125;
    run.discriminatorClassLoss = 2.5;
    run.generatorClassLoss = 1.75;
    run.steps(1).end(Outcome.STOPPED);

    assertThat(Files.readString(file))
        .isEqualTo(HEADER + "1,1,0.75,1.0,0.5,0.25,0.75,1.0E-7,0.125,2.5,1.75,0.001,0.002\n");
  }

  @Test
  void interruptedThreadLosesNoLine() {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 4, 2).start().steps(1);
    Thread.currentThread().interrupt();
    run.steps(4).end(Outcome.STOPPED);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).content().hasLineCount(1 + 5);
  }

  @Test
  void valuesReadBackAsTheSameFloats() throws IOException {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 1, 1000).start();
    for (int i = 1; i <= 500; i++) {
      run.step(0, 0, (float) Math.exp(Math.sin(i) * 20));
    }
    run.end(Outcome.STOPPED);

    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i <= 500; i++) {
      assertThat(Float.parseFloat(lines.get(i).split(",", -1)[3]))
          .isEqualTo((float) Math.exp(Math.sin(i) * 20));
    }
  }

  @Test
  void linesDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      eachStepIsALine();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void fileIsUpToDateAfterEachEpochAndBufferedInBetween() throws IOException {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 2, 3).start();
    assertThat(Files.readString(file)).isEqualTo(HEADER);
    run.steps(2);
    assertThat(Files.readString(file)).isEqualTo(HEADER);
    run.steps(2);
    assertThat(Files.readString(file)).hasLineCount(4).endsWith("\n");
  }

  @Test
  void existingFileIsRefusedAtOnceAndKept() throws IOException {
    Files.writeString(file, "precious");

    assertThatThrownBy(() -> LossCsv.writeTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessage("losses file must be a new file, there is one already: " + file);
    assertThat(file).hasContent("precious");
  }

  @Test
  void fileThatCameMeanwhileIsRefusedWhenTheRunStartsAndKept() throws IOException {
    FakeRun run = new FakeRun(LossCsv.writeTo(file), 1, 1);
    Files.writeString(file, "precious");

    assertThatThrownBy(run::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
    run.steps(1).end(Outcome.COMPLETED);
    assertThat(file).hasContent("precious");
  }

  @Test
  void folderThatIsAFileIsRefusedAtOnce() throws IOException {
    Files.writeString(file, "");

    assertThatThrownBy(() -> LossCsv.writeTo(file.resolve("run/losses.csv")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("losses file must be in a folder, which is a file: " + file);
  }

  @Test
  void nothingIsWrittenBeforeARunStartsAndThenTheFolderToo() {
    file = folder.resolve("a/b/losses.csv");
    LossCsv losses = LossCsv.writeTo(file);
    assertThat(folder).isEmptyDirectory();

    new FakeRun(losses, 1, 1).start().end(Outcome.STOPPED);
    assertThat(file).hasContent(HEADER);
  }

  @Test
  void furtherRunGoesOnInTheSameFile() throws IOException {
    LossCsv losses = LossCsv.writeTo(file);
    new FakeRun(losses, 1, 2).start().steps(2).end(Outcome.COMPLETED);
    new FakeRun(losses, 1, 2).start().steps(2).end(Outcome.COMPLETED);

    assertThat(Files.readString(file)).hasLineCount(5).containsOnlyOnce("step");
  }

  @Test
  void fullDiskThrowsOnceWithTheFileInTheMessage() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    LossCsv losses = LossCsv.writeTo(file);
    new FakeRun(losses, 1, 2).start().end(Outcome.STOPPED);
    Files.delete(file);
    Files.createSymbolicLink(file, full);
    FakeRun run = new FakeRun(losses, 2, 2).start();
    run.steps(1);

    assertThatThrownBy(() -> run.steps(1))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write losses to " + file);
    run.steps(2).end(Outcome.COMPLETED);
    Files.delete(file);
  }
}
