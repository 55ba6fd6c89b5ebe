package io.github.gan4j.report.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void speedIsUnknownBeforeTheSecondSample() {
    Pace pace = new Pace(30 * SECOND);
    assertThat(pace.stepsPerSecond(SECOND)).isNaN();
    pace.add(0, 1);
    assertThat(pace.stepsPerSecond(SECOND)).isNaN();
    pace.add(0, 2);
    assertThat(pace.stepsPerSecond(SECOND)).isNaN();
  }

  @Test
  void windowCountsOnlyItsOwnSeconds() {
    Pace pace = new Pace(30 * SECOND);
    for (int i = 0; i <= 100; i++) {
      pace.add(i * SECOND, i <= 95 ? i : 95 + (i - 95) * 10L);
    }

    assertThat(pace.stepsPerSecond(5 * SECOND)).isEqualTo(10);
    assertThat(pace.stepsPerSecond(10 * SECOND)).isEqualTo(5.5);
    assertThat(pace.stepsPerSecond(1000 * SECOND))
        .as("no further back than the memory")
        .isEqualTo((25 + 50) / 30.0);
  }

  @Test
  void stepsLongerThanTheMemoryStillHaveASpeed() {
    Pace pace = new Pace(30 * SECOND);
    for (long i = 1; i <= 5; i++) {
      pace.add(i * 100 * SECOND, i);
    }

    assertThat(pace.stepsPerSecond(5 * SECOND)).isEqualTo(0.01);
  }
}
