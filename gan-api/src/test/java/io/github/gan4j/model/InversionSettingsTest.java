package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InversionSettingsTest {

  @Test
  void eachSettingChangesItselfAlone() {
    Inversion defaults = Inversion.defaults();

    assertThat(defaults.steps(7).learningRate(2).restarts(3).seed(-9))
        .isEqualTo(new Inversion(7, 2, 3, -9));
    assertThat(defaults.steps(500).learningRate(0.3).restarts(4).seed(1)).isEqualTo(defaults);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLearningRateOutOfRangeIsRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Inversion.defaults().learningRate(rate))
        .withMessage("inversion learningRate must be positive and finite, was " + rate);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    Inversion defaults = Inversion.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.steps(0))
        .withMessage("inversion steps must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.restarts(0))
        .withMessage("inversion restarts must be from 1 to 1000, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.restarts(1001))
        .withMessage("inversion restarts must be from 1 to 1000, was 1001");
  }
}
