package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.report.losses.Axis.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0      | 1      | 0.0 0.2 0.4 0.6 0.8 1.0",
        "0      | 1.46   | 0.0 0.5 1.0",
        "-0.031 | 0.032  | -0.02 0.00 0.02",
        "1.28   | 1.43   | 1.30 1.35 1.40",
        "-7     | 12     | -5 0 5 10",
        "0      | 340000 | 0e+00 1e+05 2e+05 3e+05",
        "0      | 1e30   | 0e+00 2e+29 4e+29 6e+29 8e+29 1e+30",
      })
  void ticksAreRoundNumbers(double from, double to, String labels) {
    assertThat(new Axis(from, to).ticks(5))
        .extracting(Tick::label)
        .containsExactly(labels.split(" "));
  }

  @Test
  void countedThingsHaveWholeTicks() {
    assertThat(new Axis(0, 5).wholeTicks(12))
        .extracting(Tick::label)
        .containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(new Axis(0, 200).wholeTicks(12)).hasSize(11);
  }

  @Test
  void positionGoesFromNullToOne() {
    Axis axis = new Axis(-1, 3);

    assertThat(axis.position(-1)).isEqualTo(0);
    assertThat(axis.position(0)).isEqualTo(0.25);
    assertThat(axis.position(3)).isEqualTo(1);
  }
}
