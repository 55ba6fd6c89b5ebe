package io.github.gan4j.internal.network;

import io.github.gan4j.config.WeightInit;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** The values of a network before its first step, the same for every engine. */
public final class InitialValues {
  /** Iterations that PyTorch does, too, before it trusts one an update. */
  private static final int POWER_ITERATIONS = 15;

  private InitialValues() {}

  /** Returns the trained values: weights and biases drawn, normalisations the identity. */
  public static float[] parameters(
      NetworkSpec spec, WeightInit init, long seed, RandomStream stream) {
    float[] values = new float[spec.parameterCount()];
    List<Part> parts = spec.parameters();
    int fanIn = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      CounterRandom random = new CounterRandom(seed, stream, i);
      if (part.name().endsWith("linear.weight")) {
        fanIn = part.shape().get(1);
        drawWeight(init, part, fanIn, random, values);
      } else if (part.name().endsWith("linear.bias")) {
        if (init == WeightInit.FAN_IN_UNIFORM) {
          uniform(random, values, part, 1 / Math.sqrt(fanIn));
        }
      } else if (part.name().endsWith("batch_norm.weight")) {
        Arrays.fill(values, part.offset(), part.offset() + part.size(), 1);
      }
    }
    return values;
  }

  /**
   * Returns the recorded values: running means of 0 and variances of 1, and singular vectors near
   * those of the weights.
   *
   * @param stream where the search for singular vectors starts
   */
  public static float[] buffers(
      NetworkSpec spec, float[] parameters, long seed, RandomStream stream) {
    float[] values = new float[spec.bufferCount()];
    List<Part> parts = spec.buffers();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.name().endsWith("running_var")) {
        Arrays.fill(values, part.offset(), part.offset() + part.size(), 1);
      } else if (part.name().endsWith("spectral_norm.u")) {
        new CounterRandom(seed, stream, i).fillNormal(values, part.offset(), part.size());
        findSingularVectors(spec, parameters, part, values);
      }
    }
    return values;
  }

  private static void findSingularVectors(
      NetworkSpec spec, float[] parameters, Part u, float[] values) {
    String layer = u.name().substring(0, u.name().length() - "spectral_norm.u".length());
    Part weight =
        spec.parameters().stream()
            .filter(part -> part.name().equals(layer + "linear.weight"))
            .findFirst()
            .orElseThrow();
    int outputs = weight.shape().get(0);
    int inputs = weight.shape().get(1);
    for (int i = 0; i < POWER_ITERATIONS; i++) {
      SpectralNorm.iterate(parameters, weight.offset(), outputs, inputs, values, u.offset());
    }
  }

  private static void drawWeight(
      WeightInit init, Part part, int fanIn, CounterRandom random, float[] values) {
    int fanOut = part.shape().get(0);
    switch (init) {
      case FAN_IN_UNIFORM -> uniform(random, values, part, 1 / Math.sqrt(fanIn));
      case GLOROT_UNIFORM -> uniform(random, values, part, Math.sqrt(6.0 / (fanIn + fanOut)));
      case HE_NORMAL -> normal(random, values, part, Math.sqrt(2.0 / fanIn));
      case NORMAL_0_02 -> normal(random, values, part, 0.02);
    }
  }

  private static void uniform(CounterRandom random, float[] values, Part part, double bound) {
    random.fillUniform(values, part.offset(), part.size(), -bound, bound);
  }

  private static void normal(CounterRandom random, float[] values, Part part, double deviation) {
    random.fillNormal(values, part.offset(), part.size());
    for (int i = part.offset(); i < part.offset() + part.size(); i++) {
      values[i] *= (float) deviation;
    }
  }
}
