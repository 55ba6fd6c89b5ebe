package io.github.gan4j.report.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.report.internal.TextDrawing;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGridsTest {
  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = root.resolve("run/samples");
  }

  @Test
  void eachEpochIsPicturedFromTheSameLatentVectors() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder), 2, 5).start();
    run.steps(10).end(Outcome.COMPLETED);

    assertThat(files()).containsExactly("epoch-001.png", "epoch-002.png");
    assertThat(run.seeds).hasSize(2);
    assertThat(run.seeds.get(0)).isEqualTo(run.seeds.get(1));
    assertThat(grey("epoch-001.png", 0, 0)).isEqualTo(5);
    assertThat(grey("epoch-001.png", 7, 7)).isEqualTo(5 + 63);
    assertThat(grey("epoch-002.png", 7, 7)).isEqualTo(10 + 63);
  }

  @Test
  void everySoManyEpochsLeavesTheFinalStateToAPictureOfItsOwn() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder).every(Interval.epochs(2)), 5, 1).start();
    run.steps(5).end(Outcome.COMPLETED);

    assertThat(files()).containsExactly("epoch-002.png", "epoch-004.png", "final.png");
    assertThat(grey("final.png", 0, 0)).isEqualTo(5);
  }

  @Test
  void runStoppedWithinAnEpochLeavesItsFinalState() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder), 2, 5).start();
    run.steps(7).end(Outcome.STOPPED);

    assertThat(files()).containsExactly("epoch-001.png", "final.png");
    assertThat(grey("final.png", 0, 0)).isEqualTo(7);
  }

  @Test
  void runStoppedAtAnEpochsEndOrFailedOrNeverBegunHasNoFinalPicture() throws IOException {
    SampleGrids grids = SampleGrids.into(folder);
    new FakeRun(grids, 2, 5).start().steps(5).end(Outcome.STOPPED);
    new FakeRun(grids, 2, 5).start().steps(7).end(Outcome.FAILED);
    new FakeRun(grids, 2, 5).start().end(Outcome.STOPPED);

    assertThat(files()).containsExactly("epoch-001.png");
  }

  @Test
  void secondRunOfTheSameListenerHasItsOwnFinalPicture() throws IOException {
    SampleGrids grids = SampleGrids.into(folder).every(Interval.epochs(3));
    new FakeRun(grids, 3, 1).start().steps(3).end(Outcome.COMPLETED);
    assertThat(files()).containsExactly("epoch-003.png");
    new FakeRun(grids, 3, 3).start().steps(3).end(Outcome.STOPPED);

    assertThat(files()).containsExactly("epoch-003.png", "final.png");
  }

  @Test
  void namesHaveEnoughZerosForAllEpochs() throws IOException {
    new FakeRun(SampleGrids.into(folder), 1000, 1).start().steps(2);

    assertThat(files()).containsExactly("epoch-0001.png", "epoch-0002.png");
  }

  @Test
  void gridHasTheSizeAskedFor() throws IOException {
    new FakeRun(SampleGrids.into(folder).size(2, 3), 1, 1).start().steps(1);
    new FakeRun(SampleGrids.into(root.resolve("default")), 1, 1).start().steps(1);
    BufferedImage small = ImageIO.read(folder.resolve("epoch-001.png").toFile());
    BufferedImage square = ImageIO.read(root.resolve("default/epoch-001.png").toFile());

    int cell = (square.getWidth() - small.getWidth()) / 5;
    assertThat(square.getHeight()).isEqualTo(square.getWidth());
    assertThat(small.getWidth() - small.getHeight()).isEqualTo(cell);
    assertThat(grey("epoch-001.png", 2, 0)).isEqualTo(3);
  }

  @Test
  void sizesBelowOneAreRefused() {
    SampleGrids grids = SampleGrids.into(folder);

    assertThatThrownBy(() -> grids.size(0, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grid rows must be at least 1, was 0");
    assertThatThrownBy(() -> grids.size(8, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grid columns must be at least 1, was -1");
  }

  @Test
  void stepsNameThePicturesOfAnIntervalOfSteps() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder).every(Interval.steps(3)), 2, 4).start();
    run.steps(8).end(Outcome.COMPLETED);

    assertThat(files()).containsExactly("final.png", "step-0000003.png", "step-0000006.png");
    assertThat(grey("step-0000006.png", 0, 0)).isEqualTo(6);
    assertThat(grey("final.png", 0, 0)).isEqualTo(8);
  }

  @Test
  void freshPicturesHaveOtherLatentVectorsEachTimeAndTheSameInARepeatedRun() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder).fresh(), 2, 5).start();
    run.steps(7).end(Outcome.STOPPED);
    FakeRun again = new FakeRun(SampleGrids.into(folder).fresh(), 2, 5).start();
    again.steps(7).end(Outcome.STOPPED);

    assertThat(files())
        .containsExactly("epoch-001.png", "final.png", "fresh-epoch-001.png", "fresh-final.png");
    assertThat(run.seeds).hasSize(4).isEqualTo(again.seeds);
    assertThat(run.seeds.get(0)).isEqualTo(run.seeds.get(2));
    assertThat(List.of(run.seeds.get(0), run.seeds.get(1), run.seeds.get(3)))
        .doesNotHaveDuplicates();
  }

  @Test
  void realImagesStandToTheLeftOfTheGeneratedOnesOfTheFixedVectors() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder).size(2, 2).besideReal(), 2, 50).start();
    run.steps(100).end(Outcome.COMPLETED);

    assertThat(files())
        .containsExactly(
            "epoch-001.png",
            "epoch-002.png",
            "real-and-generated-epoch-001.png",
            "real-and-generated-epoch-002.png");
    assertThat(run.seeds).as("one generation a time").hasSize(2);
    Raster alone = raster("epoch-002.png");
    Raster pair = raster("real-and-generated-epoch-002.png");
    int head = pair.getHeight() - alone.getHeight();
    int gap = pair.getWidth() - 2 * alone.getWidth();
    assertThat(gap).isBetween(10, 50);
    assertThat(samples(pair, pair.getWidth() - alone.getWidth(), head, alone))
        .isEqualTo(samples(alone, 0, 0, alone));
    assertThat(samples(pair, alone.getWidth(), head, 1, alone.getHeight()))
        .as("the gap is white")
        .containsOnly(255);
    int[] real = samples(pair, 0, head, alone);
    assertThat(real).contains(0).doesNotContain(101, 102, 103);
    assertThat(Arrays.stream(real).filter(grey -> grey > 0)).allMatch(grey -> grey >= 190);
    assertThat(real)
        .as("the same real ones each time")
        .isEqualTo(samples(raster("real-and-generated-epoch-001.png"), 0, head, alone));
  }

  @Test
  void eachClassHasARowAndManyHavePages() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder).size(8, 2).besideReal(), 1, 50);
    run.classNames = IntStream.range(0, 47).mapToObj(label -> "c" + label).toList();
    run.setUp = builder -> builder.conditional(47);
    run.start().steps(3).end(Outcome.STOPPED);

    assertThat(files())
        .containsExactly(
            "final-page-1.png",
            "final-page-2.png",
            "final-page-3.png",
            "real-and-generated-final-page-1.png",
            "real-and-generated-final-page-2.png",
            "real-and-generated-final-page-3.png");
    assertThat(run.seeds).as("of the latent vectors").containsOnly(64L);
    assertThat(raster("final-page-1.png").getHeight()).isEqualTo(20 * 6 + 2);
    assertThat(raster("final-page-3.png").getHeight()).isEqualTo(7 * 6 + 2);
  }

  @Test
  void rowsAreNamedAndRealImagesAreOfTheirClass() throws IOException {
    assumeTrue(TextDrawing.isPossible());
    FakeRun run = new FakeRun(SampleGrids.into(folder).size(1, 4).besideReal(), 1, 5);
    run.shape = ImageShape.grey(8, 8);
    run.classNames = List.of("0", "longer name");
    run.setUp = builder -> builder.conditional(2);
    run.start().steps(1).end(Outcome.STOPPED);

    Raster grid = raster("final.png");
    int margin = grid.getWidth() - (4 * 18 + 2);
    assertThat(margin).isBetween(30, 200);
    int[] first = samples(grid, 0, 0, margin, 19);
    int[] second = samples(grid, 0, 19, margin, 19);
    assertThat(Arrays.stream(first).filter(grey -> grey > 128)).isNotEmpty();
    assertThat(Arrays.stream(second).filter(grey -> grey > 128).count())
        .isGreaterThan(3 * Arrays.stream(first).filter(grey -> grey > 128).count());
    Raster pair = raster("real-and-generated-final.png");
    int head = pair.getHeight() - grid.getHeight();
    for (int cell = 0; cell < 8; cell++) {
      int grey = pair.getSample(margin + 10 + cell % 4 * 18, head + 10 + cell / 4 * 18, 0);
      assertThat(FakeRun.numberOf(grey, 50) % 2).as("cell %d", cell).isEqualTo(cell / 4);
    }
    assertThat(pair.getSample(0, head + grid.getHeight() - 1, 0)).as("paper").isEqualTo(255);
  }

  @Test
  void smallDatasetLeavesCellsBlack() throws IOException {
    new FakeRun(SampleGrids.into(folder).size(4, 4).besideReal(), 1, 1).start().steps(1);
    Raster pair = raster("real-and-generated-epoch-001.png");
    Raster alone = raster("epoch-001.png");
    int[] real = samples(pair, 0, pair.getHeight() - alone.getHeight(), alone);

    assertThat(Arrays.stream(real).filter(grey -> grey > 0).count())
        .as("pixels of 10 images of 2 x 2, doubled")
        .isEqualTo(10 * 16);
    assertThat(Arrays.stream(real).filter(grey -> grey > 0).distinct().count()).isEqualTo(10);
  }

  @Test
  void withersKeepWhatWasSetBefore() throws IOException {
    SampleGrids grids =
        SampleGrids.into(folder).fresh().besideReal().size(1, 1).every(Interval.steps(1));
    new FakeRun(grids, 1, 5).start().steps(1);

    assertThat(files())
        .containsExactly(
            "fresh-step-0000001.png", "real-and-generated-step-0000001.png", "step-0000001.png");
    assertThat(raster("step-0000001.png").getWidth()).isEqualTo(2 + 4 + 2);
  }

  @Test
  void folderThatIsAFileIsRefusedAtOnce() throws IOException {
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> SampleGrids.into(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("sample pictures must be in a folder, which is a file: " + root.resolve("run"));
  }

  @Test
  void pictureThatCannotBeWrittenIsNamed() throws IOException {
    FakeRun run = new FakeRun(SampleGrids.into(folder), 1, 2).start();
    assertThat(root).as("made with the first picture").isEmptyDirectory();
    Files.writeString(root.resolve("run"), "");

    assertThatThrownBy(() -> run.steps(2))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.resolve("epoch-001.png").toString());
  }

  private Raster raster(String name) throws IOException {
    return ImageIO.read(folder.resolve(name).toFile()).getRaster();
  }

  private static int[] samples(Raster raster, int left, int top, Raster size) {
    return samples(raster, left, top, size.getWidth(), size.getHeight());
  }

  private static int[] samples(Raster raster, int left, int top, int width, int height) {
    return raster.getSamples(left, top, width, height, 0, (int[]) null);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Returns the grey value in the middle of a cell; the picture's border is a gap wide. */
  private int grey(String name, int column, int row) throws IOException {
    BufferedImage picture = ImageIO.read(folder.resolve(name).toFile());
    int gap = 2;
    int cell = 2 * 2 + gap;
    return picture.getRaster().getSample(gap + column * cell + 1, gap + row * cell + 1, 0);
  }
}
