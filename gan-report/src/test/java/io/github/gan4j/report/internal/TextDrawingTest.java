package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.report.losses.LossPlot;
import io.github.gan4j.report.samples.EpochAnimation;
import io.github.gan4j.report.samples.SampleGrids;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextDrawingTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void picturesGoWithoutTextOnAMachineWithoutFonts() throws IOException, InterruptedException {
    Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    ProcessBuilder withoutFonts =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Java would remember fonts from an earlier start there.
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Pictures.class.getName(),
            folder.toString());
    withoutFonts.environment().put("FONTCONFIG_FILE", noFonts.toString());
    Path output = folder.resolve("output");
    int exit =
        withoutFonts.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();

    assertThat(output).hasContent("text: false");
    assertThat(exit).isZero();
    for (String name : new String[] {"losses.png", "animation.gif", "epoch-001.png"}) {
      assertThat(ImageIO.read(folder.resolve(name).toFile())).as(name).isNotNull();
    }
    assertThat(ImageIO.read(folder.resolve("real-and-generated-epoch-001.png").toFile()))
        .isNotNull();
  }

  @Test
  void textStandsWhereItIsWanted() {
    assumeTrue(TextDrawing.isPossible());
    BufferedImage picture = new BufferedImage(200, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    TextDrawing lettering = TextDrawing.on(graphics).with(Font.PLAIN, 16, Color.WHITE);
    int width = lettering.width("HHHH");
    assertThat(width).isBetween(20, 80);

    lettering.rightOf(100, 30, "HHHH");
    assertThat(lit(picture, 0, 100)).isFalse();
    assertThat(lit(picture, 100, 100 + width)).isTrue();
    lettering.with(Font.PLAIN, 16, Color.BLACK).rightOf(100, 30, "HHHH");
    graphics.clearRect(0, 0, 200, 40);
    lettering.with(Font.PLAIN, 16, Color.WHITE).leftOf(100, 30, "HHHH");
    assertThat(lit(picture, 100, 200)).isFalse();
    assertThat(lit(picture, 100 - width, 100)).isTrue();
    graphics.clearRect(0, 0, 200, 40);
    lettering.around(100, 30, "HHHH");
    assertThat(lit(picture, 100 - width / 2, 100)).isTrue();
    assertThat(lit(picture, 100, 100 + width / 2)).isTrue();
    assertThat(lit(picture, 100 + width / 2 + 1, 200)).isFalse();
    graphics.dispose();
  }

  @Test
  void nameThatIsTooLongEndsInAnEllipsis() {
    assumeTrue(TextDrawing.isPossible());
    Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
    TextDrawing lettering = TextDrawing.on(graphics).with(Font.PLAIN, 16, Color.WHITE);

    assertThat(lettering.shortened("dog", 200)).isEqualTo("dog");
    String shortened = lettering.shortened("a very long name indeed", 60);
    assertThat(shortened).startsWith("a ").endsWith("\u2026");
    assertThat(lettering.width(shortened)).isLessThanOrEqualTo(60);
    assertThat(lettering.shortened("\ud83d\ude00\ud83d\ude00", 1)).isEqualTo("\u2026");
    graphics.dispose();
  }

  private static boolean lit(BufferedImage picture, int from, int to) {
    for (int x = from; x < to; x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if ((picture.getRGB(x, y) & 0xFF) > 128) {
          return true;
        }
      }
    }
    return false;
  }

  /** Runs in a process of its own: fonts are looked for once in a process. */
  static final class Pictures {
    private Pictures() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      new FakeRun(LossPlot.writeTo(folder.resolve("losses.png")), 1, 2)
          .start()
          .steps(2)
          .end(Outcome.COMPLETED);
      new FakeRun(EpochAnimation.writeTo(folder.resolve("animation.gif")), 1, 2)
          .start()
          .steps(2)
          .end(Outcome.COMPLETED);
      new FakeRun(SampleGrids.into(folder).besideReal(), 1, 2)
          .start()
          .steps(2)
          .end(Outcome.COMPLETED);
      System.out.println("text: " + TextDrawing.isPossible());
    }
  }
}
