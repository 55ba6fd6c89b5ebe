package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.Arrays;
import java.util.List;

/** The summand of each output. */
final class Bias extends Stage {
  private final float[] bias;

  Bias(int width) {
    bias = new float[width];
  }

  @Override
  List<float[]> parameters() {
    return List.of(bias);
  }

  @Override
  StageTraining training(PassShape shape, boolean last) {
    return new Training(bias, shape);
  }

  @Override
  void fold(AffineMap map) {
    map.add(bias);
  }

  private static final class Training extends StageTraining {
    private final float[] bias;
    private final float[] gradient;

    /** Each share's part of the bias, and of its gradient. */
    private final float[][] summands;

    private final float[][] sums;

    Training(float[] bias, PassShape shape) {
      this.bias = bias;
      gradient = new float[bias.length];
      summands = shape.vectors();
      sums = shape.vectors();
    }

    @Override
    void startForward(Share own, Matrix in, Scratch scratch) {
      own.get(bias, summands[own.index()]);
    }

    @Override
    void forward(Share own, int r, float[] row, Scratch scratch) {
      VectorKernels.add(row, summands[own.index()], own.count());
    }

    @Override
    void startBackward(Share own) {
      Arrays.fill(sums[own.index()], 0);
    }

    @Override
    void backward(Share own, int r, float[] gradient, Scratch scratch) {
      VectorKernels.add(sums[own.index()], gradient, own.count());
    }

    @Override
    void finishBackward(Share own, Matrix delta, Scratch scratch) {
      own.put(gradient, sums[own.index()]);
    }

    @Override
    void doubleBackward(Share own, int r, float[] derivative, Scratch scratch) {}

    @Override
    List<float[]> gradients() {
      return List.of(gradient);
    }
  }
}
