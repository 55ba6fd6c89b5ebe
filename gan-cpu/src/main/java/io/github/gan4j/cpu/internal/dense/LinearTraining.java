package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.memory.Matrix;

/**
 * What a layer does in one training pass to the outputs of its weight's product before its stages
 * have them: nothing, where the weight multiplies as it is.
 */
class LinearTraining {

  /** Maps a row. */
  void forward(Share own, int r, float[] row) {}

  /** Gets ready for the gradients of a share. */
  void startBackward(Share own) {}

  /** Replaces the gradient by a row of linear outputs by the one by the product's. */
  void backward(Share own, int r, float[] gradient, Scratch scratch) {}

  /**
   * Goes through the latest backward pass backward.
   *
   * @param derivative rows that came out of the product with the weight
   * @param delta what {@link #backward} made of all rows
   */
  void doubleBackward(Share own, Matrix derivative, Matrix delta, Scratch scratch) {}

  /** Returns what {@link Linear#prepareCorrection} needs of this pass. */
  double product() {
    return 0;
  }

  /** Returns whether {@link #product} depends on a double backward pass through this layer. */
  boolean needsDoubleBackward() {
    return false;
  }

  /** Frees the memory of this pass. */
  void free() {}
}
