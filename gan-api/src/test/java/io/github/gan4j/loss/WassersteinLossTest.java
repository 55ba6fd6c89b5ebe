package io.github.gan4j.loss;

import java.util.List;

class WassersteinLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.wasserstein();
  }

  @Override
  List<Golden> goldenValues() {
    return List.of(
        new Golden(0, 0, -1, 0, 1, 0, -1),
        new Golden(0.25, -0.25, -1, 0.25, 1, -0.25, -1),
        new Golden(1e4, -1e4, -1, 1e4, 1, -1e4, -1),
        new Golden(-1e4, 1e4, -1, -1e4, 1, 1e4, -1));
  }
}
