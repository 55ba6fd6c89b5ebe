package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static double figure(String line, String name) {
    return Double.parseDouble(line.replaceAll("(?s).*" + name + "=(\\S+).*", "$1"));
  }
}
