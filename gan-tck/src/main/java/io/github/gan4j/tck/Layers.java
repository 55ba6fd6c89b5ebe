package io.github.gan4j.tck;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;

/** Short names for the layers of the contract's cases. */
final class Layers {
  static final double RATE = 0.3;
  static final double MOMENTUM = 0.1;

  private Layers() {}

  static LayerSpec plain(int outputs, Activation activation) {
    return new LayerSpec(outputs, null, activation, 0);
  }

  static LayerSpec linear(int outputs) {
    return plain(outputs, Activation.linear());
  }

  static LayerSpec normalized(int outputs, Activation activation, double epsilon) {
    return new LayerSpec(outputs, new BatchNorm(MOMENTUM, epsilon), activation, 0);
  }

  static LayerSpec withDropout(LayerSpec layer) {
    return new LayerSpec(
        layer.outputs(), layer.normalization(), layer.activation(), RATE, layer.spectralNorm());
  }

  static LayerSpec spectral(LayerSpec layer) {
    return new LayerSpec(layer.outputs(), null, layer.activation(), layer.dropout(), true);
  }
}
