package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.engine.LayerSpec;
import org.jspecify.annotations.Nullable;

/** The values of one layer. */
final class DenseLayer {

  /** The values of a batch normalisation, one a feature each. */
  static final class Normalization {
    final float[] scale;
    final float[] shift;
    final float[] runningMean;
    final float[] runningVariance;
    final float momentum;
    final float epsilon;

    Normalization(LayerSpec.Normalization spec, int width) {
      scale = new float[width];
      shift = new float[width];
      runningMean = new float[width];
      runningVariance = new float[width];
      momentum = (float) spec.momentum();
      epsilon = (float) spec.epsilon();
    }
  }

  final LayerSpec spec;
  final int inputs;
  final int outputs;

  /** Outputs × inputs. */
  final Weight weight;

  /** Null where a normalisation's shift takes its place. */
  final float @Nullable [] bias;

  final @Nullable Normalization normalization;
  final @Nullable SpectralNormalization spectral;
  final ActivationStep activation;

  DenseLayer(LayerSpec spec, int inputs, Arithmetic arithmetic) {
    this.spec = spec;
    this.inputs = inputs;
    outputs = spec.outputs();
    weight = arithmetic.allocateWeight(outputs, inputs);
    LayerSpec.Normalization normalizationSpec = spec.normalization();
    bias = spec.hasBias() ? new float[outputs] : null;
    normalization =
        normalizationSpec == null ? null : new Normalization(normalizationSpec, outputs);
    spectral = spec.spectralNorm() ? new SpectralNormalization(weight, arithmetic) : null;
    activation = new ActivationStep(spec.activation());
  }

  void free() {
    weight.free();
    if (spectral != null) {
      spectral.free();
    }
  }
}
