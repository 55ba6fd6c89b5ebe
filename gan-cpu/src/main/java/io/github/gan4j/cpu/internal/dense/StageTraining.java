package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.List;

/**
 * A stage in one training pass. Workers take shares of the layer's columns; a share's rows are
 * gathered once, go through all stages of the layer, and are written once. Shares are independent,
 * so what is kept between calls is kept for each.
 */
abstract class StageTraining {

  /**
   * Gets ready for a forward pass, before workers start.
   *
   * @param out where the layer's outputs will be, and stay until the backward pass is done
   */
  void prepareForward(Matrix out, long dropoutSeed) {}

  /**
   * Gets ready for the rows of a share. A stage that needs all of them first must be the first.
   *
   * @param in what goes into the layer's first stage
   */
  void startForward(Share own, Matrix in, Scratch scratch) {}

  /** Maps a row. */
  abstract void forward(Share own, int r, float[] row, Scratch scratch);

  /** Gets ready for the gradients of a share. */
  void startBackward(Share own) {}

  /** Replaces the gradient by a row of outputs by the one by its inputs. */
  abstract void backward(Share own, int r, float[] gradient, Scratch scratch);

  /**
   * Ends the backward pass of a share.
   *
   * @param delta what all stages made of the gradients; that of a stage which needs all rows first,
   *     and so is the first, is still to be done
   */
  void finishBackward(Share own, Matrix delta, Scratch scratch) {}

  /**
   * Goes through the latest backward pass backward: multiplies a row of derivatives by the factors
   * that {@link #backward} multiplied by. Of a stage that is piecewise linear these are a diagonal,
   * whose order among the stages is free; it is that of the backward pass.
   */
  abstract void doubleBackward(Share own, int r, float[] derivative, Scratch scratch);

  /**
   * Returns the gradients of {@link Stage#parameters()}; read only, valid until the next backward
   * pass.
   */
  List<float[]> gradients() {
    return List.of();
  }

  /** Frees the memory of this pass. */
  void free() {}
}
