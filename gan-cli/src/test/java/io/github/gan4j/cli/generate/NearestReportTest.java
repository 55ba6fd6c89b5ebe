package io.github.gan4j.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cli.Cli;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.nearest.NearestComparison;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate --nearest}. */
class NearestReportTest {
  private static final ImageShape SHAPE = ImageShape.grey(2, 2);

  /** Of grey image i, all values are i / 100; training ones are even, held-out ones are odd. */
  private static final Dataset TRAINING = greys(0, 50);

  private static final Dataset HELD_OUT = greys(1, 50);

  @TempDir private Path folder;

  @Test
  void rowsAreOrderedByDistanceAndEachImageIsFollowedByItsNearest() {
    BufferedImage picture =
        NearestPicture.of(
            NearestComparison.withHeldOut(images(0.405f, 0.2f, 0.612f), 2, TRAINING, HELD_OUT));
    int cell = 2 * 2 + 2;
    int right = cell + 2 + 4;
    assertThat(picture.getHeight()).isEqualTo(3 * cell + 2);
    assertThat(picture.getWidth()).isEqualTo(right + 2 * cell + 2);
    assertThat(grey(picture, 3, 3)).isEqualTo(0.2f);
    assertThat(grey(picture, right + 3, 3)).isEqualTo(0.2f);
    assertThat(grey(picture, right + cell + 3, 3)).as("the lower of two").isEqualTo(0.18f);
    assertThat(grey(picture, right + 3, cell + 3)).isEqualTo(0.4f);
    assertThat(grey(picture, right + cell + 3, cell + 3)).isEqualTo(0.42f);
    assertThat(grey(picture, right + 3, 2 * cell + 3)).isEqualTo(0.62f);
  }

  @Test
  void manyRowsStandInPanelsBesideEachOther() {
    float[] greys = new float[100];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = i / 100f;
    }

    BufferedImage picture =
        NearestPicture.of(NearestComparison.withHeldOut(images(greys), 3, TRAINING, HELD_OUT));

    int cell = 2 * 2 + 2;
    int panel = (cell + 2) + 4 + (3 * cell + 2);
    assertThat(picture.getHeight()).as("20 rows").isEqualTo(20 * cell + 2);
    assertThat(picture.getWidth()).as("5 panels").isEqualTo(5 * panel + 4 * 24);
  }

  @Test
  void copiesAreToldFromNewImagesAndFromImagesUnlikeRealOnes() {
    assertThat(report(images(0.2f, 0.4f, 0.61f)).lines())
        .containsExactly(
            "distance to the nearest of array                smallest   median  largest",
            "      3 generated images                         0.00     0.00     0.02",
            "     50 real images held out of training         0.02     0.02     0.02",
            "perhaps memorised: 2 of 3 are closer to a training image than 95% of real images are;"
                + " look at the first rows");
    assertThat(report(images(0.21f, 0.41f)))
        .endsWith(
            "not memorised: 0 of 2 are closer to a training image than 95% of real images are");
    assertThat(report(images(-1, -0.9f, 0.41f)))
        .endsWith(
            "not memorised, but unlike real images: 2 of 3 are farther from every training image"
                + " than 95% of real images are");
  }

  @Test
  void withoutHeldOutImagesTheBaselineIsHowNearTrainingImagesAreToOneAnother() {
    assertThat(
            NearestReport.of(NearestComparison.withTraining(images(0.2f, 0.405f), 1, TRAINING))
                .lines())
        .containsExactly(
            "distance to the nearest of array                smallest   median  largest",
            "      2 generated images                         0.00     0.00     0.01",
            "     50 of these, to their nearest others        0.04     0.04     0.04",
            "perhaps memorised: 2 of 2 are closer to a training image than 95% of real images are;"
                + " look at the first rows");
  }

  @Test
  void theCommandWritesThePictureAndPrintsTheVerdict() throws Exception {
    Path run = folder.resolve("run");
    Cli.run("train", "fashion-dense", "--max-steps", 2, "--out", run);
    Path model = run.resolve("model.safetensors");
    Path out = folder.resolve("near.png");

    Cli.Result result =
        Cli.run(
            "generate",
            model,
            "--count",
            3,
            "--seed",
            5,
            "--nearest",
            2,
            "--dataset",
            "fashion-mnist",
            "--out",
            out);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .hasSize(5)
        .startsWith(
            "wrote 3 images of seed 5, each followed by its 2 nearest of fashion-mnist-train, to "
                + out);
    int cell = 28 * 2 + 2;
    assertThat(ImageIO.read(out.toFile()).getHeight()).isEqualTo(3 * cell + 2);
  }

  private static String report(Images images) {
    return NearestReport.of(NearestComparison.withHeldOut(images, 1, TRAINING, HELD_OUT));
  }

  /** Returns the grey of a pixel, to two digits. */
  private static float grey(BufferedImage picture, int x, int y) {
    double value = picture.getRaster().getSample(x, y, 0) / 127.5 - 1;
    return Math.round(value * 100) / 100f;
  }

  private static Images images(float... greys) {
    float[] values = new float[greys.length * SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = greys[i / SHAPE.size()];
    }
    return Images.of(SHAPE, values);
  }

  private static Dataset greys(int first, int count) {
    float[][] images = new float[count][SHAPE.size()];
    for (int i = 0; i < count; i++) {
      Arrays.fill(images[i], (first + 2 * i) / 100f);
    }
    return ArrayDataset.of(images, SHAPE);
  }
}
