package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchSeriesTest {

  @Test
  void shortRunIsKeptStepByStep() {
    List<Stretch> all = series(5).toList();

    assertThat(all).hasSize(5).allMatch(stretch -> stretch.steps() == 1);
    assertThat(all.get(4)).isEqualTo(new Stretch(5, 1, 5, 10, 0.5, 0.25));
  }

  @Test
  void longRunIsKeptInABoundedNumberOfMeans() {
    List<Stretch> all = series(100_001).toList();

    assertThat(all).hasSizeBetween(StretchSeries.LIMIT / 2, StretchSeries.LIMIT);
    assertThat(all.stream().mapToLong(Stretch::steps).sum()).isEqualTo(100_001);
    assertThat(all.get(all.size() - 1).step()).isEqualTo(100_001);
    Stretch whole = all.stream().reduce(Stretch::join).orElseThrow();
    assertThat(whole.discriminator()).isCloseTo(50_001, within(1e-6));
    assertThat(whole.generator()).isCloseTo(100_002, within(1e-6));
    assertThat(all.get(1).discriminator())
        .as("in order, of equal length")
        .isEqualTo(all.get(0).discriminator() + all.get(0).steps());
  }

  @Test
  void penaltyIsTheMeanOfTheStepsThatHadOne() {
    Stretch without = new Stretch(1, 1, 0, 0, 0, 0);
    Stretch with = new Stretch(2, 1, 0, 0, 0, 0, 0.5, 0, 0, 1, 1);
    Stretch later = new Stretch(4, 2, 0, 0, 0, 0, 0.25, 0, 0, 1, 1);

    assertThat(without.join(without).penalty()).isNaN();
    assertThat(without.join(with).penalty()).isEqualTo(0.5);
    assertThat(without.join(with).join(later).penalty()).isEqualTo(0.375);
  }

  private static StretchSeries series(int steps) {
    StretchSeries series = new StretchSeries();
    for (int step = 1; step <= steps; step++) {
      series.add(new Stretch(step, 1, step, 2 * step, 0.5, 0.25));
    }
    return series;
  }
}
