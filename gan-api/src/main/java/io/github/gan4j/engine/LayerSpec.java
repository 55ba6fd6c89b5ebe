package io.github.gan4j.engine;

import io.github.gan4j.config.Activation;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.random.DropoutMask;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer, in this order: linear, batch normalisation, activation, dropout. The linear part's
 * weight may be divided by its {@linkplain SpectralNorm spectral norm}.
 *
 * <p>The linear part has a bias unless batch normalisation follows, whose shift takes its place.
 *
 * @param outputs the layer's width; at least 1
 * @param normalization the batch normalisation, or null for none
 * @param activation the activation
 * @param dropout the share of outputs that a training pass sets to 0, in [0, 1) and at most {@link
 *     DropoutMask#LARGEST_RATE}; the others are multiplied by {@code 1 / (1 - dropout)}
 * @param spectralNorm whether the weight is divided by its spectral norm; not together with batch
 *     normalisation, which would multiply it away
 */
public record LayerSpec(
    int outputs,
    @Nullable Normalization normalization,
    Activation activation,
    double dropout,
    boolean spectralNorm) {

  /**
   * Batch normalisation of a layer's outputs.
   *
   * @param momentum weight of the newest batch in the running statistics, in (0, 1]
   * @param epsilon added to the variance under the root; positive
   */
  public record Normalization(double momentum, double epsilon) {

    /** Refuses values outside of the ranges that the components name. */
    public Normalization {
      if (!(momentum > 0 && momentum <= 1)) {
        throw new IllegalArgumentException(
            "normalization momentum must be in (0, 1], was " + momentum);
      }
      if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "normalization epsilon must be positive and finite, was " + epsilon);
      }
    }
  }

  /** Refuses values outside of the ranges that the components name. */
  public LayerSpec {
    if (outputs < 1) {
      throw new IllegalArgumentException("layer outputs must be at least 1, was " + outputs);
    }
    Arguments.notNull("activation", activation);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("layer dropout must be in [0, 1), was " + dropout);
    }
    if (dropout > DropoutMask.LARGEST_RATE) {
      throw new IllegalArgumentException(
          "layer dropout must be at most 1 - 2^-24, or nothing would be kept, was " + dropout);
    }
    if (spectralNorm && normalization != null) {
      throw new IllegalArgumentException(
          "layer spectralNorm must be false with a batch normalisation, which multiplies it away");
    }
  }

  /** Makes one without spectral normalisation. */
  public LayerSpec(
      int outputs, @Nullable Normalization normalization, Activation activation, double dropout) {
    this(outputs, normalization, activation, dropout, false);
  }

  /** Returns whether the linear part has a bias. */
  public boolean hasBias() {
    return normalization == null;
  }
}
