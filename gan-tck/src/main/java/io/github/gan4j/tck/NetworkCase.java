package io.github.gan4j.tck;

import io.github.gan4j.engine.ArraySpec.Role;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.List;

/**
 * A network, its first values, and the batches of its steps, all of them functions of a seed.
 *
 * @param spec the layers
 * @param rows the rows of a batch
 * @param seed decides all numbers
 */
record NetworkCase(NetworkSpec spec, int rows, long seed) {
  /** Makes one with the first seed. */
  static NetworkCase of(int rows, int inputs, LayerSpec... layers) {
    return new NetworkCase(new NetworkSpec(inputs, List.of(layers)), rows, 1);
  }

  NetworkCase withSeed(long other) {
    return new NetworkCase(spec, rows, other);
  }

  NetworkCase withRows(int other) {
    return new NetworkCase(spec, other, seed);
  }

  /** Returns a step's inputs, standard normal. */
  float[] input(int step) {
    return normal(RandomStream.LATENT, step, rows * spec.inputs());
  }

  /** Returns a step's derivatives by the outputs, standard normal. */
  float[] outGradient(int step) {
    return normal(RandomStream.SAMPLES, step, rows * spec.outputs());
  }

  /** Returns a step's derivatives by the gradient of the inputs, standard normal. */
  float[] byInGradient(int step) {
    return normal(RandomStream.DATA_ORDER, step, rows * spec.inputs());
  }

  long dropoutSeed(int step) {
    return new CounterRandom(seed, RandomStream.DISCRIMINATOR_DROPOUT, step).bits(0);
  }

  float[] parameters() {
    return values(spec.parameters(), spec.parameterCount(), RandomStream.GENERATOR_WEIGHTS);
  }

  float[] buffers() {
    float[] values = values(spec.buffers(), spec.bufferCount(), RandomStream.DISCRIMINATOR_WEIGHTS);
    float[] weights = parameters();
    for (Part part : spec.buffers()) {
      if (part.role() == Role.LEFT_SINGULAR_VECTOR) {
        follow(weights, spec.weightOf(part), values, part);
      }
    }
    return values;
  }

  /** Brings u and v near where they would be: σ is then far from 0. */
  private static void follow(float[] weights, Part weight, float[] values, Part u) {
    for (int i = 0; i < 2; i++) {
      SpectralNorm.iterate(
          weights,
          weight.offset(),
          weight.shape().get(0),
          weight.shape().get(1),
          values,
          u.offset());
    }
  }

  /** Writes the first values. */
  void fill(Network network) {
    network.parameters().copyFrom(parameters());
    network.buffers().copyFrom(buffers());
  }

  private float[] values(List<Part> parts, int size, RandomStream stream) {
    float[] values = new float[size];
    for (int i = 0; i < parts.size(); i++) {
      fill(parts.get(i), values, new CounterRandom(seed, stream, i));
    }
    return values;
  }

  /** Keeps activations near 1, so that no case is ill-conditioned or saturated. */
  private static void fill(Part part, float[] values, CounterRandom random) {
    switch (part.role()) {
      case WEIGHT -> {
        double bound = Math.sqrt(3.0 / part.shape().get(1));
        random.fillUniform(values, part.offset(), part.size(), -bound, bound);
      }
      case BIAS, SHIFT, RUNNING_MEAN ->
          random.fillUniform(values, part.offset(), part.size(), -0.5, 0.5);
      case SCALE, RUNNING_VARIANCE ->
          random.fillUniform(values, part.offset(), part.size(), 0.5, 1.5);
      case LEFT_SINGULAR_VECTOR, RIGHT_SINGULAR_VECTOR ->
          random.fillNormal(values, part.offset(), part.size());
    }
  }

  private float[] normal(RandomStream stream, int step, int length) {
    float[] numbers = new float[length];
    new CounterRandom(seed, stream, step).fillNormal(numbers, 0, length);
    return numbers;
  }

  /** Returns the sizes and layers, such as {@code 7 rows: 17 > 31 BATCH_NORM RELU > 1 LINEAR}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(rows).append(" rows: ").append(spec.inputs());
    for (LayerSpec layer : spec.layers()) {
      text.append(" > ")
          .append(layer.outputs())
          .append(
              layer.normalization() == null ? " " : " " + layer.normalization().capability() + " ")
          .append(layer.spectralNorm() ? "SN " : "")
          .append(layer.activation().kind())
          .append(layer.dropout() > 0 ? " dropout" : "");
    }
    return text.toString();
  }
}
