package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.DropoutKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.random.DropoutMask;

/** Dropout: draws factors in a forward pass, and does nothing as the network generates. */
final class Dropout extends Stage {
  private final int layer;
  private final double rate;

  /** Makes one of the layer with this index, the first being 0. */
  Dropout(int layer, double rate) {
    this.layer = layer;
    this.rate = rate;
  }

  @Override
  StageTraining training(PassShape shape, boolean last) {
    return new Training(layer, rate, shape);
  }

  private static final class Training extends StageTraining {
    private final int layer;
    private final int width;
    private final int threshold;
    private final float scale;
    private final Matrix factors;
    private int key0;
    private int key1;

    Training(int layer, double rate, PassShape shape) {
      this.layer = layer;
      width = shape.width();
      threshold = DropoutMask.threshold(rate);
      scale = (float) (1 / (1 - rate));
      factors = shape.allocate();
    }

    @Override
    void prepareForward(Matrix out, long dropoutSeed) {
      key0 = DropoutMask.key0(dropoutSeed, layer);
      key1 = DropoutMask.key1(dropoutSeed, layer);
    }

    @Override
    void forward(Share own, int r, float[] row, Scratch scratch) {
      int n = own.count();
      DropoutKernels.keep(scratch.bits, key0, key1, r * width + own.from(), threshold, n);
      DropoutKernels.factors(scratch.saved, scratch.bits, scale, n);
      own.put(factors, r, scratch.saved);
      VectorKernels.multiply(row, scratch.saved, n);
    }

    @Override
    void backward(Share own, int r, float[] gradient, Scratch scratch) {
      own.get(factors, r, scratch.saved);
      VectorKernels.multiply(gradient, scratch.saved, own.count());
    }

    @Override
    void doubleBackward(Share own, int r, float[] derivative, Scratch scratch) {
      backward(own, r, derivative, scratch);
    }

    @Override
    void free() {
      factors.free();
    }
  }
}
