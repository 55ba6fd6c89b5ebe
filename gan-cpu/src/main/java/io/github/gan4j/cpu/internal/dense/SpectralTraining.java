package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Spectral normalisation in one training pass of one layer. Of a gradient G by W / σ an update
 * needs ⟨G, W / σ⟩, and no G is ever there: but it is a sum over rows of δᵀx, so the product is the
 * sum over rows of δ · (W / σ)x, the linear outputs without bias. Each output has a sum of its own,
 * and these are added up in their order, so that the cut into shares does not show in the bits.
 */
final class SpectralTraining {
  private final SpectralNormalization norm;
  private final Matrix linear;
  private final double[][] products;

  SpectralTraining(
      SpectralNormalization norm, int rows, int width, Arithmetic arithmetic, List<Share> shares) {
    this.norm = norm;
    linear = arithmetic.allocateAside(rows, width);
    products = new double[shares.size()][];
    Arrays.setAll(products, i -> new double[shares.get(i).count()]);
  }

  /** Divides a row of what came out of the weight. */
  void forward(Share own, int r, float[] row) {
    VectorKernels.scale(row, norm.inverse(), own.count());
    own.put(linear, r, row);
  }

  /** Starts a way back, or a way through one. */
  void clear(int share) {
    Arrays.fill(products[share], 0);
  }

  /** Divides a row of gradients by the linear outputs, and takes it in. */
  void backward(int share, Share own, int r, float[] gradient, float[] scratch) {
    VectorKernels.scale(gradient, norm.inverse(), own.count());
    own.get(linear, r, scratch);
    VectorKernels.addProducts(products[share], gradient, scratch, own.count());
  }

  /**
   * Divides a row of derivatives that came out of the weight, and takes it in.
   *
   * @param delta what {@link #backward} made of the row
   */
  void doubleBackward(int share, Share own, float[] derivative, float[] delta) {
    VectorKernels.scale(derivative, norm.inverse(), own.count());
    VectorKernels.addProducts(products[share], delta, derivative, own.count());
  }

  /** Returns ⟨G, W / σ⟩ / σ; the division is that of the gradients. */
  double product() {
    double sum = 0;
    for (double[] own : products) {
      for (double product : own) {
        sum += product;
      }
    }
    return sum;
  }

  void free() {
    linear.free();
  }
}
