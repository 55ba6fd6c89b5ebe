package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.report.internal.Axis;
import org.junit.jupiter.api.Test;

class LossRangeTest {
  private static final double[] NOTHING = {};

  @Test
  void ordinaryLossesAreAllShownFromNullOn() {
    Axis axis = LossRange.of(NOTHING, wave(1.3, 0.1), wave(0.8, 0.3));

    assertThat(axis.low()).isEqualTo(0);
    assertThat(axis.high()).isCloseTo(1.4 * 1.05, within(0.001));
  }

  @Test
  void spikesDoNotPressTheOthersFlat() {
    Curve spiked = wave(1.3, 0.1);
    spiked.add(1e6);
    spiked.add(Double.POSITIVE_INFINITY);
    spiked.add(Double.NaN);
    Axis axis = LossRange.of(NOTHING, spiked, wave(0.8, 0.3));

    assertThat(axis.high()).isBetween(1.4, 1.5);
    assertThat(LossRange.greatest(spiked)).isEqualTo(1e30);
  }

  @Test
  void highBeginningIsShownIfThereIsRoom() {
    Curve falling = wave(1, 0.2);
    falling.add(2.3);

    assertThat(LossRange.of(NOTHING, falling).high()).isGreaterThan(2.3);
  }

  @Test
  void lossesBelowNullAreShownAndSpikesBelowAreNot() {
    Curve hinge = wave(0, 2);
    hinge.add(-500);
    Axis axis = LossRange.of(NOTHING, hinge);

    assertThat(axis.low()).isBetween(-2.5, -1.9);
    assertThat(axis.high()).isBetween(1.9, 2.5);
    assertThat(LossRange.least(hinge)).isEqualTo(-500);
  }

  @Test
  void whatMustBeShownIsShown() {
    assertThat(LossRange.of(new double[] {1.386}, wave(0.01, 0.01)).high()).isGreaterThan(1.386);
    assertThat(LossRange.of(new double[] {-3}, wave(5, 1)).low()).isLessThan(-3);
  }

  @Test
  void curveWithoutNumbersOrWithOneHasAnAxisToo() {
    assertThat(LossRange.of(NOTHING, new Curve()))
        .extracting(Axis::low, Axis::high)
        .containsExactly(0.0, 1.0);
    for (double only : new double[] {0, 1.5, -1.5, 1e30, -1e30}) {
      Curve flat = new Curve();
      flat.add(only);
      Axis axis = LossRange.of(NOTHING, flat);

      assertThat(axis.low()).isLessThan(axis.high()).isLessThanOrEqualTo(only);
      assertThat(axis.position(only)).isBetween(0.0, 1.0);
    }
  }

  private static Curve wave(double middle, double height) {
    Curve curve = new Curve();
    for (int i = 0; i < 1000; i++) {
      curve.add(middle + height * Math.sin(i));
    }
    return curve;
  }
}
