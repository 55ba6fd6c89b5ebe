package io.github.gan4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.3, -0.5244005127080407",
    "0.075, -1.4395314709384557",
    "0.0750001, -1.4395307645017297",
    "0.9, 1.2815515655446004",
    "0.975, 1.959963984540054",
    "0.999, 3.090232306167813",
    "1e-6, -4.753424308822899",
    "1.1641532182693481e-10, -6.337957754553789",
    "1e-16, -8.222082216130435"
  })
  void quantilesAreThePublishedOnes(double u, double expected) {
    assertThat((double) inverseCumulative(u))
        .isCloseTo(expected, within(Math.abs(expected) * 6e-8));
  }

  @ParameterizedTest
  @CsvSource({"0.25", "0.0625", "0.00390625"})
  void bothSidesAreMirrored(double u) {
    assertThat(inverseCumulative(1 - u)).isEqualTo(-inverseCumulative(u));
  }

  @ParameterizedTest
  @CsvSource({
    "1e-9, 7.978845608028654e-10",
    "0.04, 0.03190687370566152",
    "0.5, 0.3829249225480262",
    "0.7, 0.5160726955538539",
    "1, 0.6826894921370859",
    "2, 0.9544997361036416",
    "3, 0.9973002039367398",
    "6, 0.9999999980268246",
    "9, 1",
    "10, 1",
    "1e300, 1",
    "Infinity, 1"
  })
  void sharesWithinAreThePublishedOnes(double x, double expected) {
    assertThat(Normal.within(x))
        .isCloseTo(expected, within(expected * 1e-15))
        .isLessThanOrEqualTo(1);
  }

  private static float inverseCumulative(double u) {
    float[] x = new float[2];
    Normal.inverseCumulative(new double[] {u}, new double[1], 1, x, 1);
    return x[1];
  }
}
