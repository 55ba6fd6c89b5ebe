package io.github.gan4j.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A stack of dense layers, and the order of its values. What a layer consists of, its {@link
 * LayerSpec} lists.
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
   * @param role what the values do
   * @param offset where it starts in the flat vector
   */
  public record Part(String name, List<Integer> shape, ArraySpec.Role role, int offset) {

    /** Returns the number of values. */
    public int size() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** Returns where it ends in the flat vector, exclusive. */
    public int end() {
      return offset + size();
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
      for (ArraySpec array : layer.parameters(width)) {
        // Cannot overflow: what is added is below 2^62, and the sum is checked each time.
        values += array.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        checkSize(values);
      }
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
    return layers.stream().allMatch(LayerSpec::rowsIndependent);
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
    return layers.stream().allMatch(LayerSpec::piecewiseLinear);
  }

  /** Returns what the layers ask of an engine. */
  public Set<Capability> capabilities() {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    layers.forEach(layer -> needs.addAll(layer.capabilities()));
    return needs;
  }

  /**
   * Returns what is trained, in the order of the flat vectors: layer by layer what {@link
   * LayerSpec#parameters} lists, each named {@code layers.}, the layer's number from 0 on, a dot
   * and the array's name.
   */
  public List<Part> parameters() {
    return parts(LayerSpec::parameters).stream().flatMap(List::stream).toList();
  }

  /**
   * Returns what is recorded without being trained, in the order of the flat vectors: layer by
   * layer what {@link LayerSpec#buffers} lists, named as {@link #parameters()} are.
   */
  public List<Part> buffers() {
    return parts(LayerSpec::buffers).stream().flatMap(List::stream).toList();
  }

  /** Returns the parts of {@link #parameters()} of one layer, counted from 0. */
  public List<Part> parametersOf(int layer) {
    return parts(LayerSpec::parameters).get(layer);
  }

  /** Returns the parts of {@link #buffers()} of one layer, counted from 0. */
  public List<Part> buffersOf(int layer) {
    return parts(LayerSpec::buffers).get(layer);
  }

  /**
   * Returns the weight of the layer that a part belongs to.
   *
   * @param part one of {@link #parameters()} or {@link #buffers()}
   * @throws IllegalArgumentException if it is of another network
   */
  public Part weightOf(Part part) {
    for (int i = 0; i < layers.size(); i++) {
      // By name: the JDK keeps the class loader of the last record that it made equals() for.
      if (Stream.of(parametersOf(i), buffersOf(i))
          .flatMap(List::stream)
          .anyMatch(own -> own.name().equals(part.name()))) {
        return parametersOf(i).get(0);
      }
    }
    throw new IllegalArgumentException(part.name() + " must be a part of this network");
  }

  private List<List<Part>> parts(BiFunction<LayerSpec, Integer, List<ArraySpec>> arrays) {
    List<List<Part>> parts = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      List<Part> ofLayer = new ArrayList<>();
      for (ArraySpec array : arrays.apply(layers.get(i), inputsOf(i))) {
        ofLayer.add(
            new Part("layers." + i + "." + array.name(), array.shape(), array.role(), offset));
        offset += array.size();
      }
      parts.add(List.copyOf(ofLayer));
    }
    return parts;
  }

  /** Returns the number of trained values. */
  public int parameterCount() {
    return parameters().stream().mapToInt(Part::size).sum();
  }

  /** Returns the number of recorded values. */
  public int bufferCount() {
    return buffers().stream().mapToInt(Part::size).sum();
  }
}
