package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.kernel.DropoutKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.random.DropoutMask;

/** Dropout in one training pass of one layer: draws the factors and remembers them. */
final class DropoutTraining {
  private final int layer;
  private final int width;
  private final int threshold;
  private final float scale;
  private final Matrix factors;

  DropoutTraining(int layer, double rate, int rows, int width, Arithmetic arithmetic) {
    this.layer = layer;
    this.width = width;
    threshold = DropoutMask.threshold(rate);
    scale = (float) (1 / (1 - rate));
    factors = arithmetic.allocateAside(rows, width);
  }

  /** Drops outputs of a row. */
  void forward(long seed, Share own, int r, float[] row, Scratch scratch) {
    int n = own.count();
    DropoutKernels.keep(
        scratch.bits,
        DropoutMask.key0(seed, layer),
        DropoutMask.key1(seed, layer),
        r * width + own.from(),
        threshold,
        n);
    DropoutKernels.factors(scratch.other, scratch.bits, scale, n);
    own.put(factors, r, scratch.other);
    VectorKernels.multiply(row, scratch.other, n);
  }

  /** Multiplies a row of gradients by the factors of the way there. */
  void backward(Share own, int r, float[] gradient, float[] scratch) {
    own.get(factors, r, scratch);
    VectorKernels.multiply(gradient, scratch, own.count());
  }

  void free() {
    factors.free();
  }
}
