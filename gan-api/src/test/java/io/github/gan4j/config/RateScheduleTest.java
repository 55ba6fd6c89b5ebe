package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateScheduleTest {

  @Test
  void constantIsOneInEveryStep() {
    for (long step : new long[] {1, 2, 1000, Long.MAX_VALUE}) {
      assertThat(RateSchedule.CONSTANT.factor(step)).isEqualTo(1);
    }
  }

  @Test
  void warmUpRisesEvenlyToTheWholeRate() {
    assertThat(factors(RateSchedule.CONSTANT.warmUp(4), 6))
        .containsExactly(0.25, 0.5, 0.75, 1, 1, 1);
  }

  @Test
  void linearFallsEvenlyFromTheFirstStepToTheLastAndStays() {
    assertThat(factors(RateSchedule.linear(5, 0.2), 7))
        .containsExactly(new double[] {1, 0.8, 0.6, 0.4, 0.2, 0.2, 0.2}, within(1e-15));
  }

  @Test
  void cosineFallsAlongHalfAPeriodAndStays() {
    double root = Math.sqrt(0.5);
    assertThat(factors(RateSchedule.cosine(5, 0.2), 7))
        .containsExactly(
            new double[] {1, 0.6 + 0.4 * root, 0.6, 0.6 - 0.4 * root, 0.2, 0.2, 0.2},
            within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 20_000})
  void aRunOfJustSoManyStepsEndsWithTheLastRate(long steps) {
    for (RateSchedule schedule :
        List.of(
            RateSchedule.linear(steps, 0.1),
            RateSchedule.cosine(steps, 0.1),
            RateSchedule.linear(steps, 0.1).warmUp(steps - 1),
            RateSchedule.cosine(steps, 0.1).warmUp(steps / 2))) {
      assertThat(schedule.factor(steps)).as("%s", schedule).isCloseTo(0.1, within(1e-15));
      assertThat(schedule.factor(steps + 1)).as("%s", schedule).isCloseTo(0.1, within(1e-15));
      if (steps > 1) {
        assertThat(schedule.factor(steps - 1)).as("%s", schedule).isGreaterThan(0.1);
      }
    }
  }

  @Test
  void aFallOfOneStepHasTheLastRateAtOnce() {
    assertThat(factors(RateSchedule.linear(1, 0.1), 2))
        .containsExactly(new double[] {0.1, 0.1}, within(1e-15));
  }

  @Test
  void theFallBeginsWhereTheRiseEndsAndEndsWhereItWouldHave() {
    assertThat(factors(RateSchedule.linear(6, 0.5).warmUp(2), 8))
        .containsExactly(new double[] {0.5, 1, 0.875, 0.75, 0.625, 0.5, 0.5, 0.5}, within(1e-15));
    assertThat(RateSchedule.cosine(6, 0.5).warmUp(2).factor(4)).isCloseTo(0.75, within(1e-15));
  }

  @Test
  void factorsAreAboveZeroAndAtMostOneToTheEnd() {
    for (RateSchedule schedule :
        new RateSchedule[] {
          RateSchedule.linear(100, 1e-300).warmUp(10),
          RateSchedule.cosine(100, 1e-300).warmUp(10),
          RateSchedule.cosine(Long.MAX_VALUE, 0.1),
          RateSchedule.cosine(3, 1)
        }) {
      for (long step = 1; step <= 120; step++) {
        assertThat(schedule.factor(step)).isGreaterThan(0).isLessThanOrEqualTo(1);
      }
      assertThat(schedule.factor(Long.MAX_VALUE)).isGreaterThan(0).isLessThanOrEqualTo(1);
    }
  }

  private static double[] factors(RateSchedule schedule, int steps) {
    double[] factors = new double[steps];
    for (int step = 1; step <= steps; step++) {
      factors[step - 1] = schedule.factor(step);
    }
    return factors;
  }
}
