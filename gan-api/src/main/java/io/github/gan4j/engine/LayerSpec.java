package io.github.gan4j.engine;

import io.github.gan4j.config.Activation;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer, in this order: linear, batch normalisation, activation, dropout.
 *
 * <p>The linear part has a bias unless batch normalisation follows, whose shift takes its place.
 *
 * @param outputs the layer's width; at least 1
 * @param normalization the batch normalisation, or null for none
 * @param activation the activation
 * @param dropout the share of outputs that a training pass sets to 0, in [0, 1); the others are
 *     multiplied by {@code 1 / (1 - dropout)}
 */
public record LayerSpec(
    int outputs, @Nullable Normalization normalization, Activation activation, double dropout) {

  /**
   * Batch normalisation of a layer's outputs.
   *
   * @param momentum weight of the newest batch in the running statistics, in (0, 1]
   * @param epsilon added to the variance under the root; positive
   */
  public record Normalization(double momentum, double epsilon) {}

  /** Returns whether the linear part has a bias. */
  public boolean hasBias() {
    return normalization == null;
  }
}
