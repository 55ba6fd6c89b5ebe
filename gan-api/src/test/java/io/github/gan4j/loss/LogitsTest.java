package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogitsTest {

  @Test
  void probabilityIsTheLogisticFunction() {
    assertThat(Logits.probability(0)).isEqualTo(0.5);
    assertThat(Logits.probability(2)).isCloseTo(0.8807970779778823, within(1e-15));
    assertThat(Logits.probability(-2)).isCloseTo(0.11920292202211755, within(1e-15));
  }

  @Test
  void probabilityStaysInItsRangeAtBothEnds() {
    assertThat(Logits.probability(1e4)).isEqualTo(1);
    assertThat(Logits.probability(-1e4)).isZero();
    // 1 - p would have lost this one.
    assertThat(Logits.probability(-100)).isCloseTo(3.720075976020836e-44, within(1e-57));
  }

  @Test
  void softplusNeitherOverflowsNorVanishes() {
    assertThat(Logits.softplus(1e4)).isEqualTo(1e4);
    assertThat(Logits.softplus(-1e4)).isZero();
    assertThat(Logits.softplus(-100)).isCloseTo(3.720075976020836e-44, within(1e-57));
    assertThat(Logits.softplus(0)).isCloseTo(Math.log(2), within(1e-15));
  }

  @Test
  void meanProbabilityIsOverProbabilitiesNotLogits() {
    assertThat(Logits.meanProbability(new float[] {0, 1e4f, 1e4f, -1e4f}))
        .isCloseTo(0.625, within(1e-12));
  }
}
