package io.github.gan4j.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A stack of dense layers, and the order of its values.
 *
 * @param inputs the width of the first layer's input; at least 1
 * @param layers the layers from input to output; at least one
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers) {

  /**
   * A named part of a flat vector.
   *
   * @param name such as {@code layers.0.linear.weight}
   * @param shape its dimensions, outermost first; a linear weight is outputs × inputs, as in
   *     PyTorch
   * @param offset where it starts in the flat vector
   */
  public record Part(String name, List<Integer> shape, int offset) {

    /** Returns the number of values. */
    public int size() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }
  }

  /** Refuses widths below 1, an empty stack, and more values than one array can hold. */
  public NetworkSpec {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network must have at least one layer, had none");
    }
    if (inputs < 1) {
      throw new IllegalArgumentException("network inputs must be at least 1, was " + inputs);
    }
    long values = 0;
    int width = inputs;
    for (LayerSpec layer : layers) {
      // Cannot overflow: what is added is below 2^62, and the sum is checked each time.
      values += (long) layer.outputs() * (width + 2L);
      checkSize(values);
      width = layer.outputs();
    }
  }

  private static void checkSize(long values) {
    // An optimiser keeps two values a parameter in one vector.
    if (values > (Integer.MAX_VALUE - 64) / 2) {
      throw new IllegalArgumentException(
          "a network must have at most 2^30 parameters, had " + values + " or more");
    }
  }

  /** Returns the width of the last layer. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /** Returns the width of a layer's input. */
  public int inputsOf(int layer) {
    return layer == 0 ? inputs : layers.get(layer - 1).outputs();
  }

  /** Returns whether each output row depends on its own input row alone in a training pass. */
  public boolean rowsIndependent() {
    return layers.stream().allMatch(layer -> layer.normalization() == null);
  }

  /** Returns whether a layer's weight is divided by its spectral norm. */
  public boolean spectralNorm() {
    return layers.stream().anyMatch(LayerSpec::spectralNorm);
  }

  /**
   * Returns whether outputs are linear in the inputs but for where they bend: no layer is
   * normalised, and none ends in a curve.
   */
  public boolean piecewiseLinear() {
    return rowsIndependent()
        && layers.stream().allMatch(layer -> layer.activation().piecewiseLinear());
  }

  /**
   * Returns what is trained, in the order of the flat vectors: layer by layer the linear weight,
   * then its bias, or the normalisation's scale and shift.
   */
  public List<Part> parameters() {
    List<Part> parts = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      String prefix = "layers." + i + ".";
      offset = add(parts, prefix + "linear.weight", List.of(layer.outputs(), inputsOf(i)), offset);
      if (layer.hasBias()) {
        offset = add(parts, prefix + "linear.bias", List.of(layer.outputs()), offset);
      } else {
        offset = add(parts, prefix + "batch_norm.weight", List.of(layer.outputs()), offset);
        offset = add(parts, prefix + "batch_norm.bias", List.of(layer.outputs()), offset);
      }
    }
    return List.copyOf(parts);
  }

  /**
   * Returns what is recorded without being trained, in the order of the flat vectors: the running
   * mean and variance of each normalised layer, which training passes record, and the vectors
   * {@code u} and {@code v} of each {@linkplain SpectralNorm spectral normalisation}, which updates
   * do.
   */
  public List<Part> buffers() {
    List<Part> parts = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      if (!layer.hasBias()) {
        String prefix = "layers." + i + ".batch_norm.";
        offset = add(parts, prefix + "running_mean", List.of(layer.outputs()), offset);
        offset = add(parts, prefix + "running_var", List.of(layer.outputs()), offset);
      }
      if (layer.spectralNorm()) {
        String prefix = "layers." + i + ".spectral_norm.";
        offset = add(parts, prefix + "u", List.of(layer.outputs()), offset);
        offset = add(parts, prefix + "v", List.of(inputsOf(i)), offset);
      }
    }
    return List.copyOf(parts);
  }

  /** Returns the number of trained values. */
  public int parameterCount() {
    return parameters().stream().mapToInt(Part::size).sum();
  }

  /** Returns the number of recorded values. */
  public int bufferCount() {
    return buffers().stream().mapToInt(Part::size).sum();
  }

  private static int add(List<Part> parts, String name, List<Integer> shape, int offset) {
    Part part = new Part(name, shape, offset);
    parts.add(part);
    return offset + part.size();
  }
}
