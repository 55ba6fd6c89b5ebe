package io.github.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClassAgreementTest {
  @Test
  void countsImagesPredictedToBeOfTheRequestedClass() {
    ClassAgreement agreement =
        ClassAgreement.of(new int[] {2, 2, 0, 0, 0}, new int[] {2, 1, 0, 0, 2}, 4);

    assertThat(agreement.classes()).isEqualTo(4);
    assertThat(agreement.share()).isEqualTo(0.6);
    assertThat(agreement.share(0)).isEqualTo(2 / 3.0);
    assertThat(agreement.share(1)).isNaN();
    assertThat(agreement.share(2)).isEqualTo(0.5);
    assertThat(agreement).hasToString("3 of 5 images of the requested class");
  }

  @Test
  void classesInTurnBeginWithTheFirst() {
    ClassAgreement agreement = ClassAgreement.ofClassesInTurn(new int[] {0, 1, 2, 0, 0}, 3);

    assertThat(agreement.share()).isEqualTo(0.8);
    assertThat(agreement.share(0)).isEqualTo(1);
    assertThat(agreement.share(1)).isEqualTo(0.5);
    assertThat(agreement.share(2)).isEqualTo(1);
  }

  @Test
  void mistakesAreNamed() {
    int[] two = {0, 1};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.of(two, new int[] {0}, 2))
        .withMessage("predicted must be as many as requested, 2, were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.of(two, new int[] {0, 2}, 2))
        .withMessage("predicted[1] must be from 0 to 1, was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.of(new int[] {-1, 0}, two, 2))
        .withMessage("requested[0] must be from 0 to 1, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.ofClassesInTurn(new int[0], 2))
        .withMessage("requested must hold at least 1 label, held 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.ofClassesInTurn(two, 0))
        .withMessage("classes must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassAgreement.ofClassesInTurn(null, 2))
        .withMessage("predicted must be given, was null");
    assertThatThrownBy(() -> ClassAgreement.of(two, two, 2).share(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
