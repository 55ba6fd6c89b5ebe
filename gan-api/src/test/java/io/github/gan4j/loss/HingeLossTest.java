package io.github.gan4j.loss;

import java.util.List;

class HingeLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.hinge();
  }

  @Override
  boolean smoothAround(float logit) {
    return Math.abs(Math.abs(logit) - 1) > 0.01;
  }

  @Override
  List<Golden> goldenValues() {
    return List.of(
        new Golden(0, 1, -1, 1, 1, 0, -1),
        new Golden(2, 0, 0, 3, 1, -2, -1),
        new Golden(-2, 3, -1, 0, 0, 2, -1),
        new Golden(0.25, 0.75, -1, 1.25, 1, -0.25, -1),
        // At the margin itself a step would only move away from it.
        new Golden(1, 0, 0, 2, 1, -1, -1),
        new Golden(-1, 2, -1, 0, 0, 1, -1),
        new Golden(1e4, 0, 0, 10_001, 1, -1e4, -1),
        new Golden(-1e4, 10_001, -1, 0, 0, 1e4, -1));
  }
}
