package io.github.gan4j.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.Trainer;
import io.github.gan4j.cli.Cli;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  @Test
  void printsOneLineOfFigures() {
    Cli.Result result = Cli.run("bench", "fashion-dense", "--steps", 4, "--warm-up", 1);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .matches(
            "recipe=fashion-dense batch=64 steps=4 ms_per_step=\\d+\\.\\d{3} images_per_s=\\d+"
                + " peak_rss_mb=(\\d+|unknown)\\R");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void imagesASecondAreTheBatchOverTheTimeOfAStep() {
    String line = Cli.run("bench", "fashion-dense", "--steps", 3, "--warm-up", 0).out();

    double milliseconds = figure(line, "ms_per_step");
    assertThat(milliseconds).isPositive();
    // The time is printed to 0.5 µs, the speed to half an image.
    assertThat(figure(line, "images_per_s"))
        .isBetween(64e3 / (milliseconds + 5e-4) - 0.5, 64e3 / (milliseconds - 5e-4) + 0.5);
  }

  @Test
  void imagesASecondCountTheBatchOfEveryCriticStep() throws IOException {
    Dataset images = ArrayDataset.of(new float[20][4], ImageShape.grey(2, 2));
    try (Trainer trainer =
        Gan.builder().mlp(4).batchSize(10).discriminatorUpdatesPerStep(5).trainer(images)) {
      long[] tenMilliseconds = {10_000_000, 10_000_000};

      String line = BenchCommand.figures("critic", trainer.run(), tenMilliseconds);

      assertThat(line)
          .startsWith("recipe=critic batch=10 steps=2 ms_per_step=10.000 images_per_s=5000 ");
    }
  }

  private static double figure(String line, String name) {
    return Double.parseDouble(line.replaceAll("(?s).*" + name + "=(\\S+).*", "$1"));
  }
}
