package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.config.Activation;
import io.github.gan4j.cpu.internal.kernel.ActivationKernels;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;

/** A layer's activation, as kernels over rows. */
final class ActivationStep {
  private final Activation.Kind kind;
  private final float slope;

  ActivationStep(Activation activation) {
    kind = activation.kind();
    slope = (float) activation.slope();
  }

  /** Replaces x by the activation of x. */
  void forward(float[] x, int n) {
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
  void backward(float[] g, float[] y, int n) {
    switch (kind) {
      case LINEAR -> {}
      case RELU -> ActivationKernels.leakyReluBackward(g, y, 0f, n);
      case LEAKY_RELU -> ActivationKernels.leakyReluBackward(g, y, slope, n);
      case TANH -> ActivationKernels.tanhBackward(g, y, n);
      case SIGMOID -> ActivationKernels.sigmoidBackward(g, y, n);
    }
  }
}
