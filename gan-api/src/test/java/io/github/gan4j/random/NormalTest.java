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

  private static float inverseCumulative(double u) {
    float[] x = new float[2];
    Normal.inverseCumulative(new double[] {u}, new double[1], 1, x, 1);
    return x[1];
  }
}
