package io.github.gan4j.engine;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.ArraySpec.Role;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.random.DropoutMask;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer, in this order: linear, normalisation, activation, dropout. The linear part's
 * weight may be divided by its {@linkplain SpectralNorm spectral norm}.
 *
 * @param outputs the layer's width; at least 1
 * @param normalization the normalisation of the linear outputs, or null for none
 * @param activation the activation
 * @param dropout the share of outputs that a training pass sets to 0, in [0, 1) and at most {@link
 *     DropoutMask#LARGEST_RATE}; the others are multiplied by {@code 1 / (1 - dropout)}
 * @param spectralNorm whether the weight is divided by its spectral norm; not together with batch
 *     normalisation, which would multiply it away
 */
public record LayerSpec(
    int outputs,
    @Nullable NormalizationSpec normalization,
    Activation activation,
    double dropout,
    boolean spectralNorm) {

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
          "layer spectralNorm must be false with a normalisation, which multiplies it away");
    }
  }

  /** Makes one without spectral normalisation. */
  public LayerSpec(
      int outputs,
      @Nullable NormalizationSpec normalization,
      Activation activation,
      double dropout) {
    this(outputs, normalization, activation, dropout, false);
  }

  /** Returns whether the linear part has a bias. */
  public boolean hasBias() {
    return normalization == null || !normalization.replacesBias();
  }

  /** Returns whether each output row depends on its own input row alone in a training pass. */
  public boolean rowsIndependent() {
    return normalization == null || !normalization.acrossRows();
  }

  /** Returns whether outputs are linear in the inputs but for where they bend. */
  public boolean piecewiseLinear() {
    return normalization == null && activation.piecewiseLinear();
  }

  /** Returns what this layer asks of an engine. */
  public Set<Capability> capabilities() {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    if (normalization != null) {
      needs.add(normalization.capability());
    }
    if (dropout > 0) {
      needs.add(Capability.DROPOUT);
    }
    if (spectralNorm) {
      needs.add(Capability.SPECTRAL_NORM);
    }
    return needs;
  }

  /**
   * Returns what is trained, in the order of the flat vectors: the linear weight, its bias if it
   * has one, and what the normalisation has.
   *
   * @param inputs the width of the layer's input
   */
  public List<ArraySpec> parameters(int inputs) {
    List<ArraySpec> arrays = new ArrayList<>();
    arrays.add(new ArraySpec("linear.weight", List.of(outputs, inputs), Role.WEIGHT));
    if (hasBias()) {
      arrays.add(ArraySpec.vector("linear.bias", outputs, Role.BIAS));
    }
    if (normalization != null) {
      arrays.addAll(normalization.parameters(outputs));
    }
    return List.copyOf(arrays);
  }

  /**
   * Returns what is recorded without being trained, in the order of the flat vectors: the vectors
   * {@code u} and {@code v} of a {@linkplain SpectralNorm spectral normalisation}, which updates
   * record, and what the normalisation has, which training passes do.
   *
   * @param inputs the width of the layer's input
   */
  public List<ArraySpec> buffers(int inputs) {
    List<ArraySpec> arrays = new ArrayList<>();
    if (spectralNorm) {
      arrays.add(ArraySpec.vector("spectral_norm.u", outputs, Role.LEFT_SINGULAR_VECTOR));
      arrays.add(ArraySpec.vector("spectral_norm.v", inputs, Role.RIGHT_SINGULAR_VECTOR));
    }
    if (normalization != null) {
      arrays.addAll(normalization.buffers(outputs));
    }
    return List.copyOf(arrays);
  }
}
