package io.github.gan4j.model;

import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.internal.argument.Arguments;

/**
 * The layers and values of a network, for programs that compute with them elsewhere, such as in
 * another library or another language. Immutable and thread-safe.
 *
 * <p>What the inputs and outputs mean is said where the network comes from: {@code
 * TrainedGan.generatorNetwork()} and {@code TrainedGan.discriminatorNetwork()}.
 */
public final class TrainedNetwork {
  private final NetworkSpec spec;
  private final float[] parameters;
  private final float[] buffers;

  /**
   * Takes the values of a network; the arrays are copied.
   *
   * @param spec the layers
   * @param parameters the trained values in the order of {@link NetworkSpec#parameters()}
   * @param buffers the recorded values in the order of {@link NetworkSpec#buffers()}
   * @throws IllegalArgumentException if there are more or fewer values than the layers have
   */
  public TrainedNetwork(NetworkSpec spec, float[] parameters, float[] buffers) {
    this.spec = Arguments.notNull("spec", spec);
    this.parameters = copy("parameters", parameters, spec.parameterCount());
    this.buffers = copy("buffers", buffers, spec.bufferCount());
  }

  private static float[] copy(String field, float[] values, int length) {
    if (Arguments.notNull(field, values).length != length) {
      throw new IllegalArgumentException(
          "%s must have %s values, as the layers have, had %s"
              .formatted(field, length, values.length));
    }
    return values.clone();
  }

  /** Returns the layers, and the names, shapes and order of the values. */
  public NetworkSpec spec() {
    return spec;
  }

  /**
   * Returns a copy of the trained values, weights, biases, and scales and shifts of batch
   * normalisation, in the order of {@link NetworkSpec#parameters()}.
   */
  public float[] parameters() {
    return parameters.clone();
  }

  /**
   * Returns a copy of the recorded values, running means and variances of batch normalisation and
   * the vectors of spectral normalisation, in the order of {@link NetworkSpec#buffers()}.
   */
  public float[] buffers() {
    return buffers.clone();
  }

  /** Returns the widths and the number of values. */
  @Override
  public String toString() {
    return "network of %s layers from %s inputs to %s outputs, %s parameters"
        .formatted(spec.layers().size(), spec.inputs(), spec.outputs(), parameters.length);
  }
}
