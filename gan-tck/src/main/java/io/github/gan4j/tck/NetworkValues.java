package io.github.gan4j.tck;

import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import java.util.Random;

/**
 * Values for a network under test: weights that keep activations near 1, and scales, shifts and
 * statistics that are neither 0 nor 1.
 */
public final class NetworkValues {
  private final float[] parameters;
  private final float[] buffers;
  private final float[] inputs;
  private final float[] outGradient;

  private NetworkValues(float[] parameters, float[] buffers, float[] inputs, float[] outGradient) {
    this.parameters = parameters;
    this.buffers = buffers;
    this.inputs = inputs;
    this.outGradient = outGradient;
  }

  /** Returns the trained values, as the engine orders them. */
  public float[] parameters() {
    return parameters;
  }

  /** Returns the recorded values, as the engine orders them. */
  public float[] buffers() {
    return buffers;
  }

  /** Returns the inputs, row by row. */
  public float[] inputs() {
    return inputs;
  }

  /** Returns the gradient by the outputs, row by row. */
  public float[] outGradient() {
    return outGradient;
  }

  public static NetworkValues random(NetworkSpec spec, int rows, long seed) {
    Random random = new Random(seed);
    float[] parameters = new float[spec.parameterCount()];
    for (Part part : spec.parameters()) {
      for (int i = 0; i < part.size(); i++) {
        parameters[part.offset() + i] = parameter(part, random);
      }
    }
    float[] buffers = new float[spec.bufferCount()];
    for (Part part : spec.buffers()) {
      boolean mean = part.name().endsWith("running_mean");
      for (int i = 0; i < part.size(); i++) {
        buffers[part.offset() + i] =
            mean ? 0.1f * gaussian(random) : 0.5f + (float) random.nextDouble();
      }
    }
    return new NetworkValues(
        parameters,
        buffers,
        gaussians(rows * spec.inputs(), random),
        gaussians(rows * spec.outputs(), random));
  }

  private static float parameter(Part part, Random random) {
    if (part.name().endsWith("linear.weight")) {
      return gaussian(random) / (float) Math.sqrt(part.shape().get(1));
    }
    if (part.name().endsWith("batch_norm.weight")) {
      return 1 + 0.2f * gaussian(random);
    }
    return 0.2f * gaussian(random);
  }

  private static float[] gaussians(int length, Random random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = gaussian(random);
    }
    return values;
  }

  private static float gaussian(Random random) {
    return (float) random.nextGaussian();
  }
}
