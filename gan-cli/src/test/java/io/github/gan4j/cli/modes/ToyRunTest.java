package io.github.gan4j.cli.modes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.datasets.GaussianMixture;
import org.junit.jupiter.api.Test;

/** The comparison of docs/guide/losses.md in a short form: fewer Gaussians, and few steps. */
class ToyRunTest {
  private static final ToyMethod PAIRING = method("pairing");

  @Test
  void pairsWithPenaltiesCoverTheRing() {
    ToyRun.Result result = new ToyRun(GaussianMixture.ringOf8(), 1).train(PAIRING, 1_000);

    assertThat(result.coverage().modes()).isEqualTo(8);
    // 63% where it was tried; of points all over the square it were 0.4%.
    assertThat(result.coverage().highQualityShare()).isGreaterThan(0.4);
    assertThat(result.points()).hasSize(20_000);
    assertThat(result.steps()).isEqualTo(1_000);
  }

  @Test
  void theSameSeedGivesTheSamePoints() {
    GaussianMixture ring = GaussianMixture.ringOf8();
    float[] points = new ToyRun(ring, 1).train(PAIRING, 3).points();

    assertThat(new ToyRun(ring, 1).train(PAIRING, 3).points()).containsExactly(points);
    assertThat(new ToyRun(ring, 2).train(PAIRING, 3).points()).isNotEqualTo(points);
  }

  private static ToyMethod method(String name) {
    return ToyMethod.ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
