package io.github.gan4j.loss;

import java.util.List;

class MinimaxLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.minimax();
  }

  @Override
  List<Golden> goldenValues() {
    double ln2 = 0.6931471805599453;
    double at1 = 0.7310585786300049;
    double at2 = 0.8807970779778823;
    return List.of(
        new Golden(0, ln2, -0.5, ln2, 0.5, -ln2, -0.5),
        new Golden(
            2, 0.1269280110429725, at2 - 1, 2.1269280110429727, at2, -2.1269280110429727, -at2),
        new Golden(
            -1,
            1.3132616875182228,
            -at1,
            0.31326168751822286,
            1 - at1,
            -0.31326168751822286,
            at1 - 1),
        new Golden(1e4, 0, 0, 1e4, 1, -1e4, -1),
        new Golden(-1e4, 1e4, -1, 0, 0, 0, 0));
  }
}
