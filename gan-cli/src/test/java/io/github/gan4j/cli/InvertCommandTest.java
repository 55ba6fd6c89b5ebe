package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvertCommandTest {
  private static final ImageShape SHAPE = ImageShape.grey(6, 5);
  private static final int CELL_WIDTH = 2 * 5 + 2;
  private static final int CELL_HEIGHT = 2 * 6 + 2;

  @TempDir private Path folder;
  private Path model;
  private Path out;
  private Images own;

  @BeforeEach
  void train() throws IOException {
    model = folder.resolve("model.safetensors");
    out = folder.resolve("pair.png");
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(4)
            .mlp(16)
            .batchSize(4)
            .maxSteps(30)
            .train(ArrayDataset.of(new float[8][SHAPE.size()], SHAPE))) {
      gan.save(model);
      own = gan.generate(20, 3);
    }
  }

  @Test
  void anImageStandsAboveTheNearestFoundWhichIsItselfIfTheModelMadeIt() throws IOException {
    Path first = write(0);
    Path second = write(1);

    Cli.Result result = Cli.run("invert", model, first, second, "--out", out);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines)
        .startsWith(
            "wrote 2 images, each above the nearest found, to " + out,
            "mean squared error, of values in [-1, 1]:")
        .hasSize(4);
    assertThat(lines.get(2)).matches(" +0\\.000\\d\\d  .*").endsWith(first.toString());
    assertThat(lines.get(3)).matches(" +0\\.000\\d\\d  .*").endsWith(second.toString());
    BufferedImage picture = ImageIO.read(out.toFile());
    assertThat(picture.getWidth()).isEqualTo(2 * CELL_WIDTH + 2);
    assertThat(picture.getHeight()).isEqualTo(2 * CELL_HEIGHT + 2);
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < CELL_HEIGHT; y++) {
        assertThat(grey(picture, x, y + CELL_HEIGHT)).isCloseTo(grey(picture, x, y), within(6));
      }
    }
    assertThat(grey(picture, 2, 2)).isEqualTo(grey(own.picture(0), 0, 0));
    assertThat(grey(picture, 2 + CELL_WIDTH, 2)).isEqualTo(grey(own.picture(1), 0, 0));
  }

  @Test
  void theClassThatWasFoundIsToldOfAModelThatKnowsClasses() throws IOException {
    Dataset data =
        ArrayDataset.of(new float[8][SHAPE.size()], SHAPE, new int[] {0, 1, 2, 3, 0, 1, 2, 3}, 4);
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(2)
            .mlp(16)
            .batchSize(4)
            .maxSteps(30)
            .conditional(data)
            .train(data)) {
      gan.save(model);
      own = gan.generate(1, 3, 2);
    }

    Cli.Result result = Cli.run("invert", model, write(0), "--out", out);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().toList().get(2)).matches(" +0\\.000\\d\\d  of class 2  .*");
  }

  @Test
  void manyImagesAreLinesOfSixteenPairs() throws IOException {
    Object[] line = new Object[28];
    line[0] = "invert";
    line[1] = model;
    for (int i = 0; i < 20; i++) {
      line[2 + i] = write(i);
    }
    List<Object> flags = List.of("--steps", 2, "--restarts", 1, "--out", out);
    System.arraycopy(flags.toArray(), 0, line, 22, 6);

    assertThat(Cli.run(line).exitCode()).isZero();

    BufferedImage picture = ImageIO.read(out.toFile());
    assertThat(picture.getWidth()).isEqualTo(16 * CELL_WIDTH + 2);
    assertThat(picture.getHeight()).isEqualTo(4 * CELL_HEIGHT + 2);
    int y = 2 + 2 * CELL_HEIGHT;
    assertThat(grey(picture, 2 + CELL_WIDTH, y)).isEqualTo(grey(own.picture(17), 0, 0));
    assertThat(grey(picture, 2 + 4 * CELL_WIDTH, y)).as("no image").isZero();
  }

  @Test
  void anotherSizeAndColourAreBroughtToTheModels() throws IOException {
    Path file = folder.resolve("large.jpg");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());

    Cli.Result result = Cli.run("invert", model, file, "--steps", 2, "--out", out);

    assertThat(result.exitCode()).isZero();
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(CELL_WIDTH + 2);
  }

  @Test
  void theSameSeedGivesTheSamePictureAndAnotherSeedAnother() throws IOException {
    Path file = write(0);
    byte[] first = invert(file, 5);

    assertThat(invert(file, 5)).isEqualTo(first);
    assertThat(invert(file, 6)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "invert m --out a.png | IMAGE must be given",
        "invert m a.png | --out must be given",
        "invert m a.png --out a.npy | --out must end in .png, was a.npy",
        "invert m a.png --out b.png --steps 0 | --steps must be a whole number from 1 to"
            + " 2147483647, was 0",
      })
  void wrongUsageIsToldBeforeAnythingElse(String line, String message) {
    Cli.Result result = Cli.run((Object[]) line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly("error: " + message, "See 'gan4j invert --help'.");
  }

  @Test
  void refusesAnImageThatIsMissingOrNone() throws IOException {
    Path missing = folder.resolve("missing.png");
    assertFails(missing + ": must be readable", "invert", model, missing, "--out", out);
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    assertFails(text + ": must be a PNG, JPEG or BMP image", "invert", model, text, "--out", out);
    assertFails(
        "--out must be a file, is a folder: " + folder.resolve("a.png"),
        "invert",
        model,
        write(0),
        "--out",
        Files.createDirectory(folder.resolve("a.png")));
    assertFails(
        "inversion restarts must be from 1 to 1000, was 1001",
        "invert",
        model,
        write(0),
        "--restarts",
        1001,
        "--out",
        out);
  }

  private static void assertFails(String message, Object... line) {
    Cli.Result result = Cli.run(line);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: " + message).hasLineCount(1);
  }

  private byte[] invert(Path file, long seed) throws IOException {
    Object[] line = {"invert", model, file, "--steps", 2, "--seed", seed, "--out", out};
    assertThat(Cli.run(line).exitCode()).isZero();
    return Files.readAllBytes(out);
  }

  private Path write(int image) throws IOException {
    Path file = folder.resolve("image" + image + ".png");
    ImageFiles.writePng(own.picture(image), file);
    return file;
  }

  private static int grey(BufferedImage picture, int x, int y) {
    return picture.getRaster().getSample(x, y, 0);
  }
}
