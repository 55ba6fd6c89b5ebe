package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothedLeastSquaresLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.leastSquares().withLabels(0.75, 0.25);
  }

  @Override
  List<Golden> goldenValues() {
    return List.of(
        new Golden(0, 0.28125, -0.75, 0.03125, -0.25, 0.5, -1),
        new Golden(1, 0.03125, 0.25, 0.28125, 0.75, 0, 0),
        new Golden(
            1e4,
            9999.25 * 9999.25 / 2,
            9999.25,
            9999.75 * 9999.75 / 2,
            9999.75,
            9999 * 9999 / 2.0,
            9999),
        new Golden(
            -1e4,
            10000.75 * 10000.75 / 2,
            -10000.75,
            10000.25 * 10000.25 / 2,
            -10000.25,
            10001 * 10001 / 2.0,
            -10001));
  }

  @Override
  @Test
  void isFoundByItsName() {
    assertThat(loss().name()).isEqualTo("least-squares");
  }
}
