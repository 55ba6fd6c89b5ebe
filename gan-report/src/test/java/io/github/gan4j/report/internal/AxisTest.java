package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.report.internal.Axis.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0      | 1      | 5 | 0.0 0.2 0.4 0.6 0.8 1.0",
        "0      | 1.46   | 5 | 0.0 0.5 1.0",
        "-0.031 | 0.032  | 5 | -0.02 0.00 0.02",
        "1.28   | 1.43   | 5 | 1.30 1.35 1.40",
        "-7     | 12     | 5 | -5 0 5 10",
        "0      | 20     | 6 | 0 5 10 15 20",
        "0      | 0.3    | 6 | 0.00 0.05 0.10 0.15 0.20 0.25 0.30",
        "0      | 340000 | 5 | 0 100k 200k 300k",
        "-9000  | 9000   | 4 | -5000 0 5000",
        "0      | 1e30   | 5 | 0 2e+29 4e+29 6e+29 8e+29 1e+30",
      })
  void ticksAreRoundNumbersBetweenTheEnds(double low, double high, int ticks, String labels) {
    assertThat(labels(Axis.exact(low, high, ticks))).containsExactly(labels.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0    | 1.39  | 0.0 0.5 1.0 1.5",
        "0    | 1.2   | 0.00 0.25 0.50 0.75 1.00 1.25",
        "-0.3 | 1.7   | -0.5 0.0 0.5 1.0 1.5 2.0",
        "0    | 9000  | 0 2000 4000 6000 8000 10.0k",
        "0    | 2e-4  | 0 5e-5 1e-4 1.5e-4 2e-4",
        "0    | 1.2e9 | 0 250M 500M 750M 1000M 1250M",
      })
  void aRoundedAxisExtendsToTheNextTicks(double low, double high, String labels) {
    Axis axis = Axis.rounded(low, high, 5);

    assertThat(labels(axis)).containsExactly(labels.split(" "));
    List<Tick> ticks = axis.ticks();
    assertThat(axis.position(ticks.get(0).value())).isZero();
    assertThat(axis.position(ticks.get(ticks.size() - 1).value())).isEqualTo(1);
  }

  @Test
  void anAxisWithoutExtentHasTicksToo() {
    assertThat(Axis.rounded(0, 0, 5).ticks()).hasSizeBetween(2, 6);
  }

  @Test
  void countedThingsHaveWholeTicks() {
    assertThat(labels(Axis.counted(0, 5, 12))).containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(labels(Axis.counted(0, 25, 12))).containsExactly("0", "5", "10", "15", "20", "25");
    assertThat(Axis.counted(0, 200, 12).ticks()).hasSize(11);
  }

  @Test
  void positionGoesFromNullToOne() {
    Axis axis = Axis.exact(-1, 3, 4);

    assertThat(axis.position(-1)).isEqualTo(0);
    assertThat(axis.position(0)).isEqualTo(0.25);
    assertThat(axis.position(3)).isEqualTo(1);
  }

  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Tick::label).toList();
  }
}
