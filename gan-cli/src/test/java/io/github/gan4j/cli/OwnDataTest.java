package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on images of one's own, and comparing with them what was generated. */
class OwnDataTest {
  private static final int IMAGES = 24;

  @TempDir private Path folder;
  private Path photos;
  private Path run;

  @BeforeEach
  void makePhotos() throws IOException {
    photos = Files.createDirectory(folder.resolve("photos"));
    run = folder.resolve("run");
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 6; x++) {
        for (int y = 0; y < 4; y++) {
          image.setRGB(x, y, 0x010203 * (i * 2 + x * y));
        }
      }
      ImageIO.write(image, "png", photos.resolve(i + ".png").toFile());
    }
  }

  @Test
  void aDatasetNeedsNoRecipe() throws IOException {
    train();

    assertThat(run.resolve("config.yaml"))
        .content()
        .contains("dataset: folder")
        .contains("# recipe:");
  }

  @Test
  void aDatasetInAFileNeedsNoRecipeEither() throws IOException {
    Path config = folder.resolve("own.yaml");
    Files.writeString(
        config, "dataset: folder\ndata: '%s'\nbatch-size: 4\nhidden: [4]\n".formatted(photos));

    Cli.Result result =
        Cli.run("train", "--config", config, "--max-steps=1", "--progress=none", "--out", run);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(run.resolve("model.safetensors")).exists();
  }

  @Test
  void generatedImagesAreComparedWithTheFolderThatWasTrainedOn() throws IOException {
    train();

    List<String> lines = nearest("--dataset=folder", "--data=" + photos);

    assertThat(lines.get(1)).contains("each followed by its 2 nearest of photos");
    assertThat(lines.get(2)).startsWith("distance to the nearest of photos");
    assertThat(lines.get(4)).startsWith("     24 of these, to their nearest others");
  }

  @Test
  void theFolderIsPreparedAsForTraining() throws IOException {
    train("--image-size=3x2", "--channels=1");

    assertThat(nearest("--dataset=folder", "--data=" + photos).get(4)).startsWith("     24 of");
    assertThat(nearest("--dataset=idx", "--data=" + idx(20)).get(4)).startsWith("     20 of");
  }

  @Test
  void embeddedImagesAreBroughtToTheModelsShapeAndHaveHeldOutOnes() throws IOException {
    train("--image-size=3x2", "--channels=1");

    assertThat(nearest("--dataset=mnist").get(4))
        .startsWith("    500 real images held out of training");
  }

  @Test
  void tooFewImagesToCompareWithAreRefused() throws IOException {
    train("--image-size=3x2", "--channels=1");
    Path out = folder.resolve("near.png");

    Cli.Result result =
        Cli.run(
            "generate",
            run.resolve("model.safetensors"),
            "--count=3",
            "--nearest=2",
            "--dataset=idx",
            "--data=" + idx(19),
            "--out",
            out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error: --nearest needs at least 20 images to compare with, idx at 3x2 has 19");
    assertThat(out).doesNotExist();
  }

  private void train(String... flags) {
    Object[] line = {
      "train",
      "--dataset=folder",
      "--data=" + photos,
      "--batch-size=4",
      "--hidden=4",
      "--max-steps=1",
      "--progress=none",
      "--out=" + run,
    };

    Cli.Result result = Cli.run(with(line, flags));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(run.resolve("model.safetensors")).exists();
  }

  private List<String> nearest(String... flags) throws IOException {
    Path out = folder.resolve("near.png");
    Object[] line = {"generate", run, "--count=3", "--seed=5", "--nearest=2", "--out=" + out};

    Cli.Result result = Cli.run(with(line, flags));

    assertThat(result.err()).isEmpty();
    assertThat(ImageIO.read(out.toFile())).isNotNull();
    return result.out().lines().toList();
  }

  private static Object[] with(Object[] line, String... flags) {
    Object[] all = new Object[line.length + flags.length];
    System.arraycopy(line, 0, all, 0, line.length);
    System.arraycopy(flags, 0, all, line.length, flags.length);
    return all;
  }

  /** Returns a file of grey images of 2 x 2 pixels. */
  private Path idx(int images) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeInt(0x0803);
    data.writeInt(images);
    data.writeInt(2);
    data.writeInt(2);
    for (int i = 0; i < 4 * images; i++) {
      data.write(i);
    }
    return Files.write(folder.resolve("idx"), bytes.toByteArray());
  }
}
