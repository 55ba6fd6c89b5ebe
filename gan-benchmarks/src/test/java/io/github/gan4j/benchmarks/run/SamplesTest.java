package io.github.gan4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
    assertThat(samples(5, 1, 3).median()).isEqualTo(3);
    assertThat(samples(5, 1, 3, 4).median()).isEqualTo(3.5);
  }

  @Test
  void theMeanAndTheEnds() {
    assertThat(samples(5, 1, 3).mean()).isEqualTo(3);
    assertThat(samples(5, 1, 3).least()).isEqualTo(1);
    assertThat(samples(5, 1, 3).most()).isEqualTo(5);
  }

  @Test
  void theTextHasTheSpreadIfThereIsOne() {
    assertThat(samples(11.04, 12.9, 10.8).text(1)).isEqualTo("11.0 (10.8–12.9)");
    assertThat(samples(12_345.6).text(0)).isEqualTo("12,346");
    assertThat(Samples.none().text(1)).isEqualTo("not measured");
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    assertThat(samples(1, 6).over(samples(2, 3))).isEqualTo(samples(0.5, 2));
    assertThat(samples(1, 6).over(samples(2))).isEqualTo(samples(0.5));
    assertThat(samples(1, 6).over(Samples.none())).isEqualTo(Samples.none());
    assertThat(samples(1, 4).under(8)).isEqualTo(samples(8, 2));
  }

  @Test
  void theLesserOfTwoIsTheOneThatWasMeasured() {
    assertThat(samples(1, 6).orLess(samples(2, 3))).isEqualTo(samples(1, 3));
    assertThat(samples(1, 6).orLess(Samples.none())).isEqualTo(samples(1, 6));
    assertThat(Samples.none().orLess(samples(2, 3))).isEqualTo(samples(2, 3));
  }

  @Test
  void nothingHasNoFigures() {
    assertThat(Samples.none().median()).isNaN();
    assertThat(Samples.none().mean()).isNaN();
    assertThat(Samples.none().least()).isNaN();
    assertThat(Samples.none().most()).isNaN();
  }

  private static Samples samples(double... values) {
    return new Samples(Arrays.stream(values).boxed().toList());
  }
}
