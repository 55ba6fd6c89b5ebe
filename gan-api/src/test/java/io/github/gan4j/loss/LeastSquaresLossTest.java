package io.github.gan4j.loss;

import java.util.List;

class LeastSquaresLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.leastSquares();
  }

  @Override
  List<Golden> goldenValues() {
    return List.of(
        new Golden(0, 0.5, -1, 0, 0, 0.5, -1),
        new Golden(1, 0, 0, 0.5, 1, 0, 0),
        new Golden(2, 0.5, 1, 2, 2, 0.5, 1),
        new Golden(-1, 2, -2, 0.5, -1, 2, -2),
        new Golden(0.25, 0.28125, -0.75, 0.03125, 0.25, 0.28125, -0.75),
        new Golden(1e4, 49_990_000.5, 9999, 5e7, 1e4, 49_990_000.5, 9999),
        new Golden(-1e4, 50_010_000.5, -10_001, 5e7, -1e4, 50_010_000.5, -10_001));
  }
}
