package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import org.junit.jupiter.api.Test;

class DiversityMeterTest {

  @Test
  void meanDistanceIsThatOfAllPairs() {
    // Distances 3, 4 and 5.
    Images triangle = Images.of(ImageShape.grey(1, 2), new float[] {0, 0, 3, 0, 0, 4});

    assertThat(DiversityMeter.meanDistance(triangle)).isCloseTo(4, within(1e-12));
  }

  @Test
  void fewModesLeaveTheirShareOfTheDistance() {
    double all = DiversityMeter.meanDistance(modes(64, 64));

    assertThat(DiversityMeter.meanDistance(modes(64, 1)) / all).isZero();
    assertThat(DiversityMeter.meanDistance(modes(64, 2)) / all).isCloseTo(0.5, within(0.03));
    assertThat(DiversityMeter.meanDistance(modes(64, 4)) / all).isCloseTo(0.75, within(0.03));
    assertThat(DiversityMeter.meanDistance(modes(64, 10)) / all).isCloseTo(0.9, within(0.03));
  }

  @Test
  void largeImagesAreComparedInFewerPairsWithTheSameResult() {
    int side = 300;
    float[] values = new float[64 * side * side];
    for (int i = 0; i < 64; i++) {
      values[i * side * side + i] = 1;
    }

    assertThat(DiversityMeter.meanDistance(Images.of(ImageShape.grey(side, side), values)))
        .isCloseTo(Math.sqrt(2), within(1e-9));
  }

  @Test
  void twoImagesAndOneHaveADistance() {
    assertThat(DiversityMeter.meanDistance(modes(2, 2))).isCloseTo(Math.sqrt(2), within(1e-9));
    assertThat(DiversityMeter.meanDistance(modes(1, 1))).isZero();
  }

  /** Images that are all equally far apart, each of which comes again and again. */
  private static Images modes(int count, int modes) {
    float[] values = new float[count * modes];
    for (int i = 0; i < count; i++) {
      values[i * modes + i % modes] = 1;
    }
    return Images.of(ImageShape.grey(1, modes), values);
  }
}
