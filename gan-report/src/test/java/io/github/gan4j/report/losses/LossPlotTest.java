package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.loss.Losses;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossPlotTest {
  private static final int BLUE = 0x0072B2;
  private static final int VERMILION = 0xD55E00;
  private static final int GREEN = 0x009E73;
  private static final int PURPLE = 0xCC79A7;

  @TempDir Path root;
  private Path file;
  private long nanos;
  private long nanosPerLook;

  @BeforeEach
  void nameFile() {
    file = root.resolve("run/losses.png");
  }

  @Test
  void pictureShowsBothLossesAboveAndBothProbabilitiesBelow() throws IOException {
    FakeRun run = new FakeRun(LossPlot.writeTo(file), 3, 2).start();
    for (int step = 1; step <= 6; step++) {
      run.step(4, 3, 8);
    }
    run.end(Outcome.COMPLETED);
    BufferedImage picture = ImageIO.read(file.toFile());

    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(900);
    // At x = 600, the middle epoch's means: 7 and 8, and both probabilities 0.5.
    assertThat(firstRow(picture, 600, VERMILION)).isBetween(128, 528);
    assertThat(firstRow(picture, 600, BLUE)).isBetween(firstRow(picture, 600, VERMILION) + 20, 528);
    assertThat(firstRow(picture, 600, PURPLE)).isBetween(604, 814);
    assertThat(count(picture, GREEN)).isPositive();
  }

  @Test
  void runOfOneStepShowsDots() throws IOException {
    FakeRun run = new FakeRun(LossPlot.writeTo(file), 1, 10).start();
    run.step(4, 3, 8).end(Outcome.STOPPED);
    BufferedImage picture = ImageIO.read(file.toFile());

    int white = picture.getRGB(590, 500) & 0xFFFFFF;
    assertThat(white).isEqualTo(0xFFFFFF);
    long colored = 0;
    for (int y = 130; y < 520; y++) {
      colored += isColored(picture.getRGB(600, y)) ? 1 : 0;
    }
    assertThat(colored).as("two dots of eight pixels").isBetween(12L, 20L);
  }

  private static boolean isColored(int rgb) {
    return Math.abs((rgb >> 16 & 0xFF) - (rgb & 0xFF)) > 40;
  }

  @Test
  void balanceIsDrawnWhereTheLossHasOne() throws IOException {
    FakeRun run = new FakeRun(LossPlot.writeTo(file), 1, 10).start();
    run.step(1, 1, 0).end(Outcome.STOPPED);
    int withBalance = dashes();
    run = new FakeRun(LossPlot.writeTo(file), 1, 10);
    run.loss = Losses.wasserstein();
    run.setUp = builder -> builder.clipWeights(0.01);
    run.start().step(1, 1, 0).end(Outcome.STOPPED);

    assertThat(withBalance - dashes()).isGreaterThan(500);
  }

  @Test
  void pictureIsDrawnAfterEachEpochAndAtTheEnd() throws IOException {
    FakeRun run = new FakeRun(plot(), 3, 2).start();
    run.steps(1);
    assertThat(file).doesNotExist();
    run.steps(1);
    assertRedrawnBy(() -> run.steps(2));
    assertKeptBy(() -> run.steps(1));
    assertRedrawnBy(() -> run.end(Outcome.STOPPED));
  }

  @Test
  void anotherIntervalMayCountSteps() throws IOException {
    FakeRun run = new FakeRun(plot().every(Interval.steps(3)), 3, 100).start();
    run.steps(3);
    assertKeptBy(() -> run.steps(2));
    assertRedrawnBy(() -> run.steps(1));
  }

  @Test
  void anotherIntervalMayCountEpochs() throws IOException {
    FakeRun run = new FakeRun(plot().every(Interval.epochs(2)), 3, 2).start();
    assertKeptBy(() -> run.steps(3));
    assertRedrawnBy(() -> run.steps(1));
  }

  @Test
  void drawingTakesATwoHundredthOfTheTimeAtMost() throws IOException {
    nanosPerLook = 50_000_000;
    FakeRun run = new FakeRun(plot(), 100, 1).start();
    run.steps(1);
    assertRedrawnBy(() -> run.steps(1));
    nanosPerLook = 0;
    nanos += 9_900_000_000L;
    assertKeptBy(() -> run.steps(1));
    nanos += 100_000_000L;
    assertRedrawnBy(() -> run.steps(1));
    nanosPerLook = 50_000_000;
    run.steps(1);
    assertRedrawnBy(() -> run.end(Outcome.COMPLETED));
  }

  @Test
  void failedRunLeavesItsPictureWholeAndNothingElse() throws IOException {
    FakeRun run = new FakeRun(LossPlot.writeTo(file), 3, 2).start();
    run.steps(3).step(Double.NaN, Double.NaN, 1e300).end(Outcome.FAILED);

    assertThat(ImageIO.read(file.toFile())).isNotNull();
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void lossesOfEverySizeAreDrawn() throws IOException {
    double[] losses = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 0, 1e-300
    };
    for (double first : losses) {
      FakeRun run = new FakeRun(LossPlot.writeTo(file), 1, 2 * losses.length).start();
      for (double then : losses) {
        run.step(first, 0, then).step(then, 0, first);
      }

      assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1200);
      Files.delete(file);
    }
  }

  @Test
  void runWithoutAStepLeavesNoPicture() {
    new FakeRun(LossPlot.writeTo(file), 3, 2).start().end(Outcome.FAILED);

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void furtherRunBeginsAnew() throws IOException {
    LossPlot plot = LossPlot.writeTo(file);
    new FakeRun(plot, 1, 5).start().steps(5).end(Outcome.COMPLETED);
    byte[] once = Files.readAllBytes(file);
    new FakeRun(plot, 1, 5).start().steps(5).end(Outcome.COMPLETED);

    assertThat(file).hasBinaryContent(once);
  }

  @Test
  void folderThatIsAFileIsRefusedAtOnce() throws IOException {
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> LossPlot.writeTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("loss plot must be in a folder, which is a file: " + root.resolve("run"));
  }

  @Test
  void pictureThatCannotBeWrittenIsNamed() throws IOException {
    FakeRun run = new FakeRun(LossPlot.writeTo(file), 1, 2).start();
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> run.steps(2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write loss plot " + file);
  }

  private LossPlot plot() {
    return new LossPlot(file, Interval.epochs(1), () -> nanos += nanosPerLook);
  }

  private void assertRedrawnBy(Runnable action) throws IOException {
    Files.writeString(file, "old");
    action.run();
    assertThat(ImageIO.read(file.toFile())).isNotNull();
  }

  private void assertKeptBy(Runnable action) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "old");
    action.run();
    assertThat(file).hasContent("old");
  }

  private int dashes() throws IOException {
    return count(ImageIO.read(file.toFile()), 0x777777);
  }

  private static int count(BufferedImage picture, int color) {
    return (int)
        IntStream.range(0, picture.getWidth() * picture.getHeight())
            .filter(i -> rgb(picture, i % picture.getWidth(), i / picture.getWidth()) == color)
            .count();
  }

  private static int firstRow(BufferedImage picture, int x, int color) {
    return IntStream.range(100, picture.getHeight())
        .filter(y -> rgb(picture, x, y) == color)
        .findFirst()
        .orElse(-1);
  }

  private static int rgb(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xFFFFFF;
  }
}
