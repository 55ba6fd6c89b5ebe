package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModesCommandTest {
  @TempDir private Path folder;

  @Test
  void eachMethodHasALineAndAPanel() throws IOException {
    Path picture = folder.resolve("modes.png");
    Cli.Result cli =
        Cli.run("modes", "--steps", "5", "--seeds", "1,2", "--out", picture.toString());
    assertThat(cli.exitCode()).isZero();
    assertThat(cli.out().lines().filter(line -> line.contains("of 25 modes"))).hasSize(24);
    assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(16 + 12 * 362);
  }

  @Test
  void theRingHasEight() {
    Path picture = folder.resolve("modes.png");
    Cli.Result cli =
        Cli.run(
            "modes",
            "--data",
            "ring",
            "--methods",
            "pairing",
            "--steps",
            "5",
            "--out",
            picture.toString());
    assertThat(cli.out()).contains("RpGAN with R1 and R2").contains("of 8 modes");
  }

  @Test
  void mistakesAreToldBeforeAnythingRuns() {
    Path picture = folder.resolve("modes.png");
    assertThat(Cli.run("modes", "--methods", "paring", "--out", picture.toString()).err())
        .contains("--methods must be some of plain, minimax, non-saturating,")
        .contains("held paring");
    assertThat(Cli.run("modes", "--steps", "0", "--out", picture.toString()).err())
        .contains("--steps must be a whole number from 1 to 2147483647, was 0");
    assertThat(Cli.run("modes", "--seconds", "-1", "--out", picture.toString()).err())
        .contains("--seconds must be positive and finite, was -1.0");
    assertThat(Cli.run("modes", "--data", "cube", "--out", picture.toString()).err())
        .contains("--data must be one of grid, ring, was cube");
    assertThat(Cli.run("modes", "--seeds", "1,x", "--out", picture.toString()).err())
        .contains("--seeds must be a whole number from")
        .contains("was x");
    assertThat(Cli.run("modes", "--out", "modes.jpg").err())
        .contains("--out must end in .png, was modes.jpg");
    assertThat(Cli.run("modes", "--out", folder.resolve("no/modes.png").toString()).err())
        .contains("--out must be in a folder that is there");
    assertThat(picture).doesNotExist();
  }
}
