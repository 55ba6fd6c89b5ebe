package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The outputs of one layer in one training pass.
 *
 * @param rows rows of a batch
 * @param width the layer's outputs
 * @param shares what the columns are cut into
 * @param arithmetic allocates what a pass keeps
 */
record PassShape(int rows, int width, List<Share> shares, Arithmetic arithmetic) {

  /** Returns memory for a value an output that no product reads. */
  Matrix allocate() {
    return arithmetic.allocateAside(rows, width);
  }

  /** Returns a vector of zeros for each share, as long as that is wide. */
  float[][] vectors() {
    return perShare(float[]::new).toArray(float[][]::new);
  }

  /** Returns one object for each share, made for that many columns. */
  <T> List<T> perShare(IntFunction<T> ofWidth) {
    return shares.stream().map(share -> ofWidth.apply(share.count())).toList();
  }
}
