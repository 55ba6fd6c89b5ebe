package io.github.gan4j.report.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScatterPlotTest {
  /** A panel of 300 pixels, 16 of margin and 46 of text above. */
  private static final int LEFT = 16;

  private static final int TOP = 16 + 46;

  @Test
  void pointsAreWhereTheyAre() {
    ScatterPlot plot = new ScatterPlot(new float[] {-0.5f, -0.5f}, 2);
    plot.add("", "", new float[] {0.5f, 0.5f, 7, 7});
    BufferedImage picture = plot.picture();
    assertThat(red(picture, LEFT + 75, TOP + 225)).as("real, below left").isBetween(150, 230);
    assertThat(blueness(picture, LEFT + 225, TOP + 75)).as("generated, above right").isPositive();
    assertThat(blueness(picture, LEFT + 75, TOP + 225)).as("grey").isZero();
    assertThat(red(picture, LEFT + 75, TOP + 75)).as("nothing").isEqualTo(255);
  }

  @Test
  void panelsFillRowsOfSoManyColumns() {
    ScatterPlot plot = new ScatterPlot(new float[0], 2);
    for (int i = 0; i < 3; i++) {
      plot.add("a", "b", new float[] {0, 0});
    }
    BufferedImage picture = plot.picture();
    assertThat(picture.getWidth()).isEqualTo(16 + 2 * 316);
    assertThat(picture.getHeight()).isEqualTo(16 + 2 * (46 + 316));
    assertThat(blueness(picture, LEFT + 150, TOP + 362 + 150)).isPositive();
    assertThat(blueness(picture, LEFT + 316 + 150, TOP + 362 + 150)).as("no panel").isZero();
  }

  @Test
  void aFileHoldsThePicture(@TempDir Path folder) throws IOException {
    ScatterPlot plot = new ScatterPlot(new float[0], 1);
    plot.add("a", "b", new float[] {0, 0});
    Path file = folder.resolve("points.png");
    plot.writePng(file);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(332);
  }

  @Test
  void halfAPointIsRefused() {
    assertThatThrownBy(() -> new ScatterPlot(new float[0], 1).add("a", "b", new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points must hold x and y of each point, held 3 values");
    assertThatThrownBy(() -> new ScatterPlot(new float[1], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("real must hold x and y of each point, held 1 values");
    assertThatThrownBy(() -> new ScatterPlot(new float[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must be at least 1, was 0");
  }

  private static int red(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) >> 16 & 0xFF;
  }

  private static int blueness(BufferedImage picture, int x, int y) {
    int rgb = picture.getRGB(x, y);
    return (rgb & 0xFF) - (rgb >> 16 & 0xFF);
  }
}
