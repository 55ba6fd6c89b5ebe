package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on what people bring. */
class PhotosCommandTest {
  @TempDir private Path temporary;
  private Path photos;

  @BeforeEach
  void makePhotos() throws IOException {
    photos = Files.createDirectory(temporary.resolve("photos"));
    photo("a.png", 20, 12);
    photo("b.bmp", 9, 30);
    photo("c.jfif", 16, 16);
  }

  @Test
  void photosOfAnySizeAreResampledAndCropped() {
    Cli.Result cli = train("--image-size=8", "--crop");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.exitCode()).isZero();
  }

  @Test
  void differingSizesAreAnsweredByAFlag() {
    Cli.Result cli = train();

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err())
        .contains("must have images of one size, has 2 of others than the 20 x 12 pixels")
        .contains("--image-size 64 resamples images to 64 x 64");
  }

  @Test
  void badFilesAreAnsweredByAFlagThatHelps() throws IOException {
    Files.writeString(photos.resolve("d.png"), "<html>");

    Cli.Result refused = train("--image-size=8");
    Cli.Result trained = train("--image-size=8", "--skip-bad-files");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("d.png: must be a PNG, JPEG or BMP image, begins with 3c 68 74 6d 6c 3e")
        .contains("; --skip-bad-files goes on without them");
    assertThat(trained.exitCode()).isZero();
  }

  @Test
  void imagesTooLargeForTheNetworksAreAnsweredByTheFirstHead() throws IOException {
    photo("a.png", 1000, 1000);

    Cli.Result cli = train("--hidden=1024");

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("image-size must make images smaller: those of 3x1000x1000");
  }

  private Cli.Result train(String... flags) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "mnist-plain",
                "--dataset=folder",
                "--data=" + photos,
                "--out=" + temporary.resolve("run"),
                "--max-steps=1",
                "--batch-size=2",
                "--no-report",
                "--no-animation",
                "--progress=none"));
    if (flags.length == 0 || !flags[0].startsWith("--hidden")) {
      arguments.add("--hidden=4");
    }
    arguments.addAll(List.of(flags));
    return Cli.run(arguments.toArray());
  }

  private void photo(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 0xff8040);
    String format = name.endsWith("jfif") ? "jpeg" : name.substring(name.length() - 3);
    assertThat(ImageIO.write(image, format, photos.resolve(name).toFile())).isTrue();
  }
}
