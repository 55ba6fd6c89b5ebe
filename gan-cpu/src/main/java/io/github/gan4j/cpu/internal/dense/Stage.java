package io.github.gan4j.cpu.internal.dense;

import java.util.List;

/**
 * One function of a layer between the product with its weight and its outputs, with the values that
 * it owns. A layer is a {@link Linear} and a list of these.
 */
abstract class Stage {

  /** Returns what is trained, in the order of the flat vectors. */
  List<float[]> parameters() {
    return List.of();
  }

  /** Returns what is recorded without being trained, in the order of the flat vectors. */
  List<float[]> buffers() {
    return List.of();
  }

  /**
   * Returns this stage for one training pass.
   *
   * @param last whether its outputs are the layer's
   */
  abstract StageTraining training(PassShape shape, boolean last);

  /** Takes part in a layer's affine map as the network generates: what comes before it is there. */
  void fold(AffineMap map) {}

  /** Maps a row as the network generates, after the affine map that stages were folded into. */
  void infer(float[] row, int n) {}
}
