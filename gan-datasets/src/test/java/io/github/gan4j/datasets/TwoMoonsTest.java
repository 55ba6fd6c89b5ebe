package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import org.junit.jupiter.api.Test;

class TwoMoonsTest {
  private static final int SIZE = 20_000;
  private static final double NOISE = 0.025;
  private static final Dataset DATA = TwoMoons.sample(SIZE, 3);

  /** Where the circles lie that the half circles, of radius 0.5, are halves of. */
  private static final double[] CENTRE_X = {-0.25, 0.25};

  private static final double[] CENTRE_Y = {-0.125, 0.125};

  @Test
  void samplesAreLabelledImagesOfTwoValues() {
    assertThat(DATA).hasToString("two-moons: 20000 images of 1x1x2 in 2 classes");
  }

  @Test
  void bothMoonsAreEquallyLikely() {
    assertThat((double) Facts.labelHistogram(DATA)[1])
        .isCloseTo(SIZE / 2.0, within(4 * Math.sqrt(SIZE) / 2));
  }

  @Test
  void pointsLieAroundTheHalfCirclesOfTheirClass() {
    double squares = 0;
    for (int i = 0; i < SIZE; i++) {
      int label = DATA.label(i);
      float[] point = Facts.image(DATA, i);
      double x = point[0] - CENTRE_X[label];
      double y = point[1] - CENTRE_Y[label];
      double outward = Math.hypot(x, y) - 0.5;
      squares += outward * outward;

      assertThat(outward).isCloseTo(0, within(6.4 * NOISE));
      assertThat(label == 0 ? y : -y).isGreaterThan(-6.4 * NOISE);
    }
    double root = Math.sqrt(SIZE);
    assertThat(Math.sqrt(squares / SIZE) / NOISE).isCloseTo(1, within(4 / root));
  }

  @Test
  void placesAreUniformAlongTheHalfCircles() {
    int parts = 6;
    int[][] counts = new int[2][parts];
    int inner = 0;
    for (int i = 0; i < SIZE; i++) {
      int label = DATA.label(i);
      float[] point = Facts.image(DATA, i);
      double side = label == 0 ? 1 : -1;
      double angle =
          Math.atan2(side * (point[1] - CENTRE_Y[label]), side * (point[0] - CENTRE_X[label]));
      int part = (int) Math.floor(parts * angle / Math.PI);
      // The noise carries some points around the ends.
      if (part > 0 && part < parts - 1) {
        counts[label][part]++;
        inner++;
      }
    }
    double expected = SIZE / 2.0 / parts;
    for (int[] moon : counts) {
      for (int part = 1; part < parts - 1; part++) {
        assertThat((double) moon[part]).isCloseTo(expected, within(4 * Math.sqrt(expected)));
      }
    }
    assertThat(inner).isGreaterThan(SIZE / 2);
  }

  @Test
  void allPointsAreWellWithinWhatTanhReaches() {
    for (float value : GaussianMixtureTest.values(DATA)) {
      assertThat(Math.abs(value)).isLessThan(0.92f);
    }
  }

  @Test
  void theSeedDecidesAndMoreBeginWithTheFewer() {
    float[] few = GaussianMixtureTest.values(TwoMoons.sample(1000, 3));

    assertThat(GaussianMixtureTest.values(DATA)).startsWith(few);
    assertThat(GaussianMixtureTest.values(TwoMoons.sample(1000, 3))).isEqualTo(few);
    assertThat(GaussianMixtureTest.values(TwoMoons.sample(1000, 4))).isNotEqualTo(few);
  }

  @Test
  void whatASeedMeansNeverChanges() {
    // Computed by another program, in Python, from Philox and the normal law up.
    assertThat(Facts.labels(DATA, 8)).containsExactly(0, 1, 0, 0, 1, 1, 1, 0);
    assertThat(GaussianMixtureTest.values(TwoMoons.sample(2, 3)))
        .containsExactly(-0.33346212f, 0.35651237f, -0.104104504f, -0.23938432f);
  }
}
