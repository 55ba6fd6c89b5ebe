package io.github.gan4j.report.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.report.internal.GridSize;
import io.github.gan4j.report.internal.TextDrawing;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochAnimationTest {
  private static final int CELL = 2 * 2 + 2;
  private static final int GRID = 8 * CELL + 2;

  @TempDir Path root;
  private Path file;
  private long nanos;
  private long nanosPerLook;

  @BeforeEach
  void nameFile() {
    file = root.resolve("run/animation.gif");
  }

  @Test
  void eachEpochIsAFrameFromTheSameLatentVectorsAndTheLastStandsLonger() throws IOException {
    FakeRun run = new FakeRun(EpochAnimation.writeTo(file), 12, 5).start();
    run.steps(60).end(Outcome.COMPLETED);
    List<Frame> frames = frames();

    assertThat(frames).hasSize(12);
    assertThat(run.seeds).hasSize(12).containsOnly(64L);
    for (int i = 0; i < 12; i++) {
      assertThat(frames.get(i).grey(0, 0)).isCloseTo(5 * (i + 1), within(2));
      assertThat(frames.get(i).grey(7, 7)).isCloseTo(5 * (i + 1) + 63, within(2));
      assertThat(frames.get(i).delay()).isEqualTo(i < 11 ? 40 : 200);
      assertThat(frames.get(i).loops()).isEqualTo(i == 0);
      assertThat(frames.get(i).picture().getWidth()).isEqualTo(GRID);
    }
  }

  @Test
  void eachClassHasARow() throws IOException {
    FakeRun run = new FakeRun(EpochAnimation.writeTo(file), 1, 5);
    run.classNames = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    run.setUp = builder -> builder.conditional(10);
    run.start().steps(5).end(Outcome.COMPLETED);

    assertThat(frames().get(0).picture().getHeight()).isEqualTo(10 * CELL + 2 + 30);
  }

  @Test
  void captionsDiffer() throws IOException {
    assumeTrue(TextDrawing.isPossible());
    new FakeRun(EpochAnimation.writeTo(file).size(2, 20), 12, 5)
        .start()
        .steps(60)
        .end(Outcome.COMPLETED);

    List<Frame> frames = frames();
    for (int i = 0; i < 12; i++) {
      assertThat(frames.get(i).caption(2)).anyMatch(grey -> grey > 200);
      for (int j = 0; j < i; j++) {
        assertThat(frames.get(i).caption(2)).isNotEqualTo(frames.get(j).caption(2));
      }
    }
  }

  @Test
  void intervalOfStepsHasFramesAtSteps() throws IOException {
    new FakeRun(EpochAnimation.writeTo(file).every(Interval.steps(8)), 2, 20)
        .start()
        .steps(20)
        .end(Outcome.STOPPED);

    assertThat(frames()).extracting(frame -> frame.grey(0, 0)).containsExactly(8, 16, 20);
  }

  @Test
  void longRunHasAtMostTwoHundredFramesAndItsLastState() throws IOException {
    new FakeRun(EpochAnimation.writeTo(file).size(1, 1), 203, 1)
        .start()
        .steps(203)
        .end(Outcome.COMPLETED);
    List<Frame> frames = frames();

    assertThat(frames).hasSize(102);
    for (int i = 0; i < 102; i++) {
      assertThat(frames.get(i).grey(0, 0)).isCloseTo(Math.min(203, 2 * i + 2), within(2));
    }
    assertThat(frames).extracting(Frame::delay).startsWith(9).endsWith(9, 200);
  }

  @Test
  void fileIsWholeWheneverItIsWritten() throws IOException {
    FakeRun run = new FakeRun(EpochAnimation.writeTo(file), 3, 5).start();
    run.steps(4);
    assertThat(file).doesNotExist();
    run.steps(1);
    assertThat(frames()).extracting(Frame::delay).containsExactly(200);
    run.steps(5);
    assertThat(frames()).extracting(Frame::delay).containsExactly(40, 200);
  }

  @Test
  void writingTakesATwoHundredthOfTheTimeAtMost() throws IOException {
    EpochAnimation animation =
        new EpochAnimation(file, Interval.epochs(1), GridSize.DEFAULT, () -> nanos += nanosPerLook);
    FakeRun run = new FakeRun(animation, 100, 1).start();
    nanosPerLook = 50_000_000;
    run.steps(2);
    nanosPerLook = 0;
    nanos += 9_900_000_000L;
    run.steps(1);
    assertThat(frames()).hasSize(2);
    nanos += 100_000_000L;
    run.steps(1);
    assertThat(frames()).hasSize(4);
  }

  @Test
  void failedRunLeavesTheFramesItHadAndAsksForNoneOfItsRuins() throws IOException {
    FakeRun run = new FakeRun(EpochAnimation.writeTo(file), 3, 5).start();
    run.steps(14);
    int asked = run.seeds.size();
    run.end(Outcome.FAILED);

    assertThat(frames()).hasSize(2);
    assertThat(run.seeds).hasSize(asked);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void runWithoutAStepLeavesNoFile() {
    new FakeRun(EpochAnimation.writeTo(file), 3, 5).start().end(Outcome.STOPPED);

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void furtherRunBeginsAnew() throws IOException {
    EpochAnimation animation = EpochAnimation.writeTo(file);
    new FakeRun(animation, 3, 5).start().steps(15).end(Outcome.COMPLETED);
    new FakeRun(animation, 2, 5).start().steps(10).end(Outcome.COMPLETED);

    assertThat(frames()).hasSize(2);
  }

  @Test
  void sizeBelowOneIsRefused() {
    EpochAnimation animation = EpochAnimation.writeTo(file);

    assertThatThrownBy(() -> animation.size(0, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grid rows must be at least 1, was 0");
  }

  @Test
  void folderThatIsAFileIsRefusedAtOnce() throws IOException {
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> EpochAnimation.writeTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("animation must be in a folder, which is a file: " + root.resolve("run"));
  }

  @Test
  void fileThatCannotBeWrittenIsNamed() throws IOException {
    FakeRun run = new FakeRun(EpochAnimation.writeTo(file), 1, 2).start();
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> run.steps(2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write animation " + file);
  }

  private record Frame(BufferedImage picture, int delay, boolean loops) {

    /** Returns the grey value in the middle of a cell. */
    int grey(int column, int row) {
      return picture.getRGB(2 + column * CELL + 1, 2 + row * CELL + 1) & 0xFF;
    }

    /** Returns the pixels below the grid. */
    List<Integer> caption(int rows) {
      List<Integer> pixels = new ArrayList<>();
      for (int y = rows * CELL + 2; y < picture.getHeight(); y++) {
        for (int x = 0; x < picture.getWidth(); x++) {
          pixels.add(picture.getRGB(x, y) & 0xFF);
        }
      }
      return pixels;
    }
  }

  private List<Frame> frames() throws IOException {
    List<Frame> frames = new ArrayList<>();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      for (int i = 0; i < reader.getNumImages(true); i++) {
        IIOMetadataNode root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        frames.add(
            new Frame(
                reader.read(i),
                Integer.parseInt(control.getAttribute("delayTime")),
                loopsForEver(root)));
      }
    } finally {
      reader.dispose();
    }
    return frames;
  }

  private static boolean loopsForEver(IIOMetadataNode root) {
    IIOMetadataNode loop =
        (IIOMetadataNode) root.getElementsByTagName("ApplicationExtension").item(0);
    if (loop == null) {
      return false;
    }
    assertThat(loop.getAttribute("applicationID") + loop.getAttribute("authenticationCode"))
        .isEqualTo("NETSCAPE2.0");
    assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
    return true;
  }
}
