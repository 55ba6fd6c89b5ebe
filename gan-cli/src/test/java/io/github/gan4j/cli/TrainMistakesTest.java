package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every failed run says why in one line, and leaves the disk as it was. */
class TrainMistakesTest {
  private static final Pattern LINE_END = Pattern.compile("\\R");

  @TempDir private Path folder;

  @AfterEach
  void noFolderWasMadeForNothing() {
    assertThat(Path.of("runs")).doesNotExist();
  }

  @Test
  void refusesAFolderThatHoldsAnotherRun() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("losses.csv"), "mine");

    assertFails(
        run, "the output folder %s must be empty, holds losses.csv; another run?".formatted(run));
    assertThat(run.resolve("losses.csv")).hasContent("mine");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    assertFails(file, "the output folder %s must be a folder, is a file".formatted(file));
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Path inFile = Files.writeString(folder.resolve("file"), "").resolve("run");

    assertFails(inFile, "the output folder %s cannot be written: ".formatted(inFile));
  }

  @Test
  void anEngineThatDoesNotStartLeavesNoFolder() throws IOException {
    String before = System.setProperty("gan4j.threads", "none");
    try {
      assertFails(folder.resolve("new/run"), "gan4j.threads");
    } finally {
      if (before == null) {
        System.clearProperty("gan4j.threads");
      } else {
        System.setProperty("gan4j.threads", before);
      }
    }
  }

  @Test
  void refusesToTellApartByClassWhatHasNoLabels() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    for (int i = 0; i < 2; i++) {
      BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
      ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
    }
    Path out = folder.resolve("run");

    Cli.Result result =
        Cli.run(
            "train",
            "mnist",
            "--dataset=folder",
            "--data",
            images,
            "--batch-size=2",
            "--conditional=projection",
            "--out",
            out);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "error: --conditional needs images with labels of at least 2 classes, dataset images"
                + " has none");
    assertThat(out).doesNotExist();
  }

  private void assertFails(Path out, String message) throws IOException {
    List<String> before = Cli.tree(folder);

    Cli.Result result = Cli.run("train", "fashion-dense", "--max-steps", 1, "--out", out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: ").contains(message);
    assertThat(LINE_END.split(result.err())).hasSize(1);
    assertThat(Cli.tree(folder)).isEqualTo(before);
  }
}
