package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.Arrays;
import java.util.List;

/** The product with a weight that is divided by its spectral norm σ. */
final class SpectralLinear extends Linear {
  private final SpectralNormalization norm;

  SpectralLinear(int inputs, int outputs, Arithmetic arithmetic) {
    super(inputs, outputs, arithmetic);
    norm = new SpectralNormalization(weight, arithmetic);
  }

  SpectralNormalization norm() {
    return norm;
  }

  @Override
  List<float[]> buffers() {
    return List.of(norm.u, norm.v);
  }

  @Override
  LinearTraining training(PassShape shape) {
    return new Training(norm, shape);
  }

  @Override
  void fold(AffineMap map) {
    map.multiply(norm.inverse());
  }

  @Override
  void prepareCorrection(double product) {
    norm.prepareCorrection(product);
  }

  @Override
  void correct(int from, int count, Multiplier multiplier, Weight gradient) {
    norm.correct(from, count, multiplier, gradient);
  }

  @Override
  void free() {
    super.free();
    norm.free();
  }

  /**
   * Of a gradient G by W / σ an update needs ⟨G, W / σ⟩, and no G is ever there: but it is a sum
   * over rows of δᵀx, so the product is the sum over rows of δ · (W / σ)x, the linear outputs
   * without bias. Each output has a sum of its own, and these are added up in their order, so that
   * the cut into shares does not show in the bits.
   */
  private static final class Training extends LinearTraining {
    private final SpectralNormalization norm;
    private final int rows;
    private final Matrix linear;
    private final List<double[]> products;

    Training(SpectralNormalization norm, PassShape shape) {
      this.norm = norm;
      rows = shape.rows();
      linear = shape.allocate();
      products = shape.perShare(double[]::new);
    }

    @Override
    void forward(Share own, int r, float[] row) {
      VectorKernels.scale(row, norm.inverse(), own.count());
      own.put(linear, r, row);
    }

    @Override
    void startBackward(Share own) {
      Arrays.fill(products.get(own.index()), 0);
    }

    @Override
    void backward(Share own, int r, float[] gradient, Scratch scratch) {
      VectorKernels.scale(gradient, norm.inverse(), own.count());
      own.get(linear, r, scratch.saved);
      VectorKernels.addProducts(products.get(own.index()), gradient, scratch.saved, own.count());
    }

    @Override
    void doubleBackward(Share own, Matrix derivative, Matrix delta, Scratch scratch) {
      startBackward(own);
      for (int r = 0; r < rows; r++) {
        own.get(derivative, r, scratch.row);
        own.get(delta, r, scratch.saved);
        VectorKernels.scale(scratch.row, norm.inverse(), own.count());
        VectorKernels.addProducts(
            products.get(own.index()), scratch.saved, scratch.row, own.count());
        own.put(derivative, r, scratch.row);
      }
    }

    /** Returns ⟨G, W / σ⟩ / σ; the division is that of the gradients. */
    @Override
    double product() {
      double sum = 0;
      for (double[] own : products) {
        for (double product : own) {
          sum += product;
        }
      }
      return sum;
    }

    @Override
    boolean needsDoubleBackward() {
      return true;
    }

    @Override
    void free() {
      linear.free();
    }
  }
}
