package io.github.gan4j.internal.network;

import io.github.gan4j.config.WeightInit;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** The values of a network before its first step, the same for every engine. */
public final class InitialValues {
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

  /** Returns the recorded values: running means of 0 and variances of 1. */
  public static float[] buffers(NetworkSpec spec) {
    float[] values = new float[spec.bufferCount()];
    for (Part part : spec.buffers()) {
      if (part.name().endsWith("running_var")) {
        Arrays.fill(values, part.offset(), part.offset() + part.size(), 1);
      }
    }
    return values;
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
