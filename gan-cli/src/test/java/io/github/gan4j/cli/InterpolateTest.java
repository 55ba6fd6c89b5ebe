package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate --interpolate}. */
class InterpolateTest {
  private static final int SIZE = 3 * 3;

  @TempDir private static Path models;
  private static Path normal;
  private static Path uniform;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    normal = train(LatentDistribution.NORMAL);
    uniform = train(LatentDistribution.UNIFORM);
  }

  @Test
  void eachPathLeadsFromTheImageOfASeedToThatOfTheNext() throws IOException {
    List<Float> path = interpolate(normal, "4:-7:9", 5);

    assertThat(path).hasSize(2 * 5 * SIZE);
    assertSame(image(path, 0), generate(4));
    assertSame(image(path, 4), generate(-7));
    assertSame(image(path, 5), generate(-7));
    assertSame(image(path, 9), generate(9));
    assertThat(image(path, 2)).isNotEqualTo(image(path, 0)).isNotEqualTo(image(path, 4));
  }

  @Test
  void thePathFitsTheLatentDistributionUnlessAnotherIsAskedFor() throws IOException {
    assertThat(interpolate(normal, "1:2", 5))
        .isEqualTo(interpolate(normal, "1:2", 5, "--path", "spherical"))
        .isNotEqualTo(interpolate(normal, "1:2", 5, "--path", "linear"));
    assertThat(interpolate(uniform, "1:2", 5))
        .isEqualTo(interpolate(uniform, "1:2", 5, "--path", "linear"))
        .isNotEqualTo(interpolate(uniform, "1:2", 5, "--path", "spherical"));
  }

  @Test
  void truncationMakesImagesMoreAlikeAndIsForNormalLatentVectors() throws IOException {
    double whole = spread(generate(normal, "--seed", 3));
    assertThat(spread(generate(normal, "--seed", 3, "--truncation", "0.1")))
        .as("a component within 0.1 has a variance of 0.0033")
        .isBetween(0.0005 * whole, 0.02 * whole);
    assertThat(spread(generate(normal, "--seed", 3, "--truncation", "100")))
        .isCloseTo(whole, within(1e-9));
    List<Float> path = interpolate(normal, "4:9", 5, "--truncation", "0.1");
    assertThat(spread(path)).isLessThan(0.2 * whole);

    Path out = folder.resolve("no.npy");
    Cli.Result result =
        Cli.run("generate", uniform, "--count", 3, "--truncation", "0.7", "--out", out);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error: truncation needs latent vectors that are NORMAL, these are UNIFORM: their"
                + " components have no tails to cut off");
    assertThat(out).doesNotExist();
  }

  /** Returns the variance of a pixel from image to image, summed over the pixels. */
  private static double spread(List<Float> images) {
    int count = images.size() / SIZE;
    double sum = 0;
    for (int pixel = 0; pixel < SIZE; pixel++) {
      double mean = 0;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double value = images.get(i * SIZE + pixel);
        mean += value / count;
        squares += value * value / count;
      }
      sum += squares - mean * mean;
    }
    return sum;
  }

  private List<Float> generate(Path model, Object... flags) throws IOException {
    Path out = folder.resolve("images.npy");
    List<Object> line = new ArrayList<>(List.of("generate", model, "--count", 200, "--out", out));
    line.addAll(List.of(flags));
    assertThat(Cli.run(line.toArray()).exitCode()).isZero();
    return Npy.parse(Files.readAllBytes(out)).values();
  }

  @Test
  void aPictureHasARowForEachPairOfSeeds() throws IOException {
    Path out = folder.resolve("path.png");

    Cli.Result result =
        Cli.run("generate", normal, "--interpolate", "1:2:3", "--count", 7, "--out", out);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "wrote 14 images on the spherical path from seed 1 to 2 to 3 to " + out);
    BufferedImage picture = ImageIO.read(out.toFile());
    int cell = 3 * 2 + 2;
    assertThat(picture.getWidth()).isEqualTo(7 * cell + 2);
    assertThat(picture.getHeight()).isEqualTo(2 * cell + 2);
  }

  @Test
  void tooManyStepsForMemoryAreToldInOneLine() {
    Path out = folder.resolve("path.npy");

    Cli.Result result =
        Cli.run("generate", normal, "--interpolate", "1:2", "--count", 2147483647, "--out", out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("error: --count 2147483647 needs more memory than")
        .hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  /** A batch of another size may round otherwise. */
  private static void assertSame(List<Float> image, List<Float> expected) {
    assertThat(image).hasSameSizeAs(expected);
    for (int i = 0; i < image.size(); i++) {
      assertThat(image.get(i)).isCloseTo(expected.get(i), within(1e-5f));
    }
  }

  private List<Float> interpolate(Path model, String seeds, int count, Object... flags)
      throws IOException {
    Path out = folder.resolve("path.npy");
    List<Object> line =
        new ArrayList<>(
            List.of("generate", model, "--interpolate", seeds, "--count", count, "--out", out));
    line.addAll(List.of(flags));
    assertThat(Cli.run(line.toArray()).exitCode()).isZero();
    return Npy.parse(Files.readAllBytes(out)).values();
  }

  private List<Float> generate(long seed) throws IOException {
    Path out = folder.resolve("image.npy");
    Cli.run("generate", normal, "--seed", seed, "--count", 1, "--out", out);
    return Npy.parse(Files.readAllBytes(out)).values();
  }

  private static List<Float> image(List<Float> path, int index) {
    return path.subList(index * SIZE, (index + 1) * SIZE);
  }

  private static Path train(LatentDistribution latent) throws IOException {
    ImageShape shape = ImageShape.grey(3, 3);
    Path file = models.resolve(latent + ".safetensors");
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(4)
            .latent(latent)
            .mlp(8)
            .batchSize(2)
            .maxSteps(1)
            .train(ArrayDataset.of(new float[2][SIZE], shape))) {
      gan.save(file);
    }
    return file;
  }
}
