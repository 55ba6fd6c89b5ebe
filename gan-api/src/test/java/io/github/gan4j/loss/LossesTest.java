package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossesTest {

  @Test
  void namesAreUniqueAndStable() {
    // Model files hold these names.
    assertThat(Losses.all())
        .extracting(AdversarialLoss::name)
        .containsExactly(
            "non-saturating",
            "minimax",
            "least-squares",
            "hinge",
            "wasserstein",
            "relativistic-pairing");
  }

  @Test
  void anUnknownNameFindsNothing() {
    assertThat(Losses.byName("non-Saturating")).isEmpty();
  }
}
