package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.loss.AdversarialLoss;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that train, for some steps. */
@SuppressWarnings("auxiliaryclass") // A program and its loss are read in one file.
class TrainingProgramsTest {
  @TempDir Path folder;

  @Test
  void mnistLeavesDigitsAndAModel() throws IOException {
    Path out = folder.resolve("mnist");
    String printed = Printed.by(TrainOnMnist::main, out, 100);

    assertThat(printed.lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .matches("step 100: discriminator \\d[.,]\\d{3}, generator \\d[.,]\\d{3}");
    assertPicture(out.resolve("digits.png"), 8, 8);
    try (TrainedGan gan = TrainedGan.load(out.resolve("digits.safetensors"))) {
      assertThat(gan.dataset().name()).isEqualTo("mnist-train");
      assertThat(gan.config().generator().network().hidden()).containsExactly(256, 512, 1024);
    }
  }

  @Test
  void fashionMnistLeavesAllThereIsToLookAt() throws IOException {
    String printed = Printed.by(TrainOnFashionMnist::main, folder, 20);

    assertThat(printed).as("20 steps").contains("early");
    assertThat(Files.readAllLines(folder.resolve("losses.csv"))).hasSize(21);
    assertThat(folder.resolve("report.html")).content().contains("fashion-mnist-train");
    for (String file :
        List.of("training.log", "losses.png", "samples/final.png", "animation.gif")) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
    try (TrainedGan gan = TrainedGan.load(folder.resolve("model.safetensors"))) {
      assertThat(gan.listenerFailures()).isEmpty();
      assertThat(gan.dataset().name()).isEqualTo("fashion-mnist-train");
    }
  }

  @Test
  void ownImagesAreReadFromAFolderOfPhotos() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < 6; i++) {
      BufferedImage photo = new BufferedImage(50 + i, 40, BufferedImage.TYPE_INT_RGB);
      Graphics graphics = photo.getGraphics();
      graphics.setColor(new Color(40 * i, 100, 250 - 40 * i));
      graphics.fillOval(10, 5, 30, 30);
      graphics.dispose();
      ImageIO.write(photo, "png", photos.resolve(i + ".png").toFile());
    }
    Files.writeString(photos.resolve("broken.png"), "no image");
    Path out = folder.resolve("out");

    String printed = Printed.by(TrainOnOwnImages::main, photos, out, 1);

    assertThat(printed).contains("6 images of 3x32x32").contains("broken.png");
    assertPicture(out.resolve("generated.png"), 8, 8);
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    try (TrainedGan gan = TrainedGan.load(out.resolve("model.safetensors"))) {
      assertThat(gan.shape().channels()).isEqualTo(3);
      assertThat(gan.history().epochs()).hasSize(1);
    }
  }

  @Test
  void ownArraysAreLearnt() throws IOException {
    String printed = Printed.by(TrainOnOwnArrays::main, folder, 300);

    assertPicture(folder.resolve("generated.png"), 8, 8);
    // Most of an image is black, and so is most of what was learnt: noise would be grey.
    List<Double> means =
        Pattern.compile("-?\\d[.,]\\d{3}")
            .matcher(printed)
            .results()
            .map(number -> Double.valueOf(number.group().replace(',', '.')))
            .toList();
    assertThat(means).hasSize(2);
    assertThat(means.get(1)).isCloseTo(means.get(0), within(0.2));
  }

  @Test
  void theListenerPrintsMeansAndEndsARunThatTheDiscriminatorWins() throws IOException {
    List<String> all = Printed.by(CustomListener::main, 100).lines().toList();
    assertThat(all).hasSize(4);
    assertThat(all.get(0)).matches(" +50 \\d\\.\\d{4} \\d\\.\\d{4}");
    assertThat(all.get(1)).matches(" +100 \\d\\.\\d{4} \\d\\.\\d{4}");
    assertThat(all.get(2)).isEqualTo("the run ended: COMPLETED");

    List<String> stopped = Printed.by(CustomListener::main, 100, 1000).lines().toList();
    assertThat(stopped).hasSize(3);
    assertThat(stopped.get(0)).isEqualTo(all.get(0));
    assertThat(stopped.get(1)).isEqualTo("the run ended: STOPPED");
  }

  @Test
  void theLossIsTrainedWith() throws IOException {
    assertThat(Printed.by(CustomLoss::main, folder, 3)).contains("trained with the loss pearson");
    assertPicture(folder.resolve("digits.png"), 8, 8);
  }

  @Test
  @SuppressWarnings("auxiliaryclass") // The program is one file, to be read from top to bottom.
  void theGradientOfTheLossIsThatOfItsValue() {
    AdversarialLoss loss = new PearsonLoss();
    float[] real = {-0.5f, 2};
    float[] fake = {0.25f, -3};
    float[] realGradient = new float[2];
    float[] fakeGradient = new float[2];
    float[] unused = new float[2];

    double before = loss.discriminator(real, fake, realGradient, fakeGradient).total();
    real[0] += 0x1p-10f;
    double after = loss.discriminator(real, fake, unused, unused.clone()).total();
    assertThat(after - before).isCloseTo(realGradient[0] * 0x1p-10, within(1e-6));

    before = loss.generator(real, fake, fakeGradient);
    fake[1] += 0x1p-10f;
    after = loss.generator(real, fake, unused);
    assertThat(after - before).isCloseTo(fakeGradient[1] * 0x1p-10, within(1e-6));
  }

  @Test
  void conditionalDigitsAreOfTheClassAskedFor() throws IOException {
    assertThat(Printed.by(ConditionalDigits::main, folder, 3)).contains("digits.png");
    assertPicture(folder.resolve("digits.png"), 10, 10);
    BufferedImage threes = ImageIO.read(folder.resolve("threes.png").toFile());
    try (TrainedGan gan = TrainedGan.load(folder.resolve("digits.safetensors"))) {
      assertThat(gan.generator().classes()).isEqualTo(10);
      BufferedImage expected = gan.generate(64, 7, 3).grid(8, 8).picture();
      assertThat(pixels(threes)).isEqualTo(pixels(expected));
      assertThat(pixels(gan.generate(64, 7, 4).grid(8, 8).picture()))
          .isNotEqualTo(pixels(expected));
    }
  }

  /** Asserts that a picture is a grid so many images high and wide, and not all of one colour. */
  private static void assertPicture(Path file, int rows, int columns) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture).isNotNull();
    assertThat(picture.getWidth() * rows).isEqualTo(picture.getHeight() * columns);
    assertThat(IntStream.of(pixels(picture)).distinct().count()).isGreaterThan(10);
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
