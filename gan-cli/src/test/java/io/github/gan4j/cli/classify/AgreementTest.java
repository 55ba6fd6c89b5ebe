package io.github.gan4j.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void countsWhatIsAsItWasAskedForInTurn() {
    Agreement agreement = Agreement.inTurn(new int[] {0, 1, 2, 0, 0}, 3);

    assertThat(agreement.share()).isEqualTo(0.8);
    assertThat(agreement.share(0)).isEqualTo(1);
    assertThat(agreement.share(1)).isEqualTo(0.5);
    assertThat(agreement.share(2)).isEqualTo(1);
  }
}
