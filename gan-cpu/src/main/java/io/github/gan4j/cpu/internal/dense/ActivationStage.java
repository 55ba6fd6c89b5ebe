package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.config.Activation;
import io.github.gan4j.cpu.internal.kernel.ActivationKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import org.jspecify.annotations.Nullable;

/** A layer's activation, as kernels over rows. */
final class ActivationStage extends Stage {
  private final Activation.Kind kind;
  private final float slope;

  ActivationStage(Activation activation) {
    kind = activation.kind();
    slope = (float) activation.slope();
  }

  @Override
  StageTraining training(PassShape shape, boolean last) {
    return new Training(this, last ? null : shape.allocate());
  }

  /** Replaces x by the activation of x. */
  @Override
  void infer(float[] x, int n) {
    switch (kind) {
      case LINEAR -> {}
      case RELU -> ActivationKernels.relu(x, n);
      case LEAKY_RELU -> ActivationKernels.leakyRelu(x, slope, n);
      case TANH -> ActivationKernels.tanh(x, n);
      case SIGMOID -> {
        VectorKernels.scale(x, 0.5f, n);
        ActivationKernels.tanh(x, n);
        ActivationKernels.sigmoidFromHalfTanh(x, n);
      }
    }
  }

  /** Multiplies g by the activation's derivative, given its outputs y. */
  private void multiplyByDerivative(float[] g, float[] y, int n) {
    switch (kind) {
      case LINEAR -> {}
      case RELU -> ActivationKernels.leakyReluBackward(g, y, 0f, n);
      case LEAKY_RELU -> ActivationKernels.leakyReluBackward(g, y, slope, n);
      case TANH -> ActivationKernels.tanhBackward(g, y, n);
      case SIGMOID -> ActivationKernels.sigmoidBackward(g, y, n);
    }
  }

  private static final class Training extends StageTraining {
    private final ActivationStage activation;

    /** The outputs, where later stages change them; null where they are the layer's. */
    private final @Nullable Matrix kept;

    private @Nullable Matrix outputs;

    Training(ActivationStage activation, @Nullable Matrix kept) {
      this.activation = activation;
      this.kept = kept;
    }

    @Override
    void prepareForward(Matrix out, long dropoutSeed) {
      outputs = kept != null ? kept : out;
    }

    @Override
    void forward(Share own, int r, float[] row, Scratch scratch) {
      activation.infer(row, own.count());
      if (kept != null) {
        own.put(kept, r, row);
      }
    }

    @Override
    void backward(Share own, int r, float[] gradient, Scratch scratch) {
      if (outputs != null) {
        own.get(outputs, r, scratch.saved);
      }
      activation.multiplyByDerivative(gradient, scratch.saved, own.count());
    }

    @Override
    void doubleBackward(Share own, int r, float[] derivative, Scratch scratch) {
      backward(own, r, derivative, scratch);
    }

    @Override
    void free() {
      if (kept != null) {
        kept.free();
      }
    }
  }
}
