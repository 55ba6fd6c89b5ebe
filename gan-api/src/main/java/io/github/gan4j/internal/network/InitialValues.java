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
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      CounterRandom random = new CounterRandom(seed, stream, i);
      switch (part.role()) {
        case WEIGHT -> drawWeight(init, part, random, values);
        case BIAS -> drawBias(init, spec.weightOf(part), part, random, values);
        default -> fillConstant(part, values);
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
      switch (part.role()) {
        case LEFT_SINGULAR_VECTOR -> {
          new CounterRandom(seed, stream, i).fillNormal(values, part.offset(), part.size());
          findSingularVectors(parameters, spec.weightOf(part), values, part);
        }
        case RIGHT_SINGULAR_VECTOR -> {} // Found with the left one.
        default -> fillConstant(part, values);
      }
    }
    return values;
  }

  /** Fills what is the same everywhere before the first step. */
  private static void fillConstant(Part part, float[] values) {
    float value =
        switch (part.role()) {
          case SCALE, RUNNING_VARIANCE -> 1;
          case SHIFT, RUNNING_MEAN -> 0;
          case WEIGHT, BIAS, LEFT_SINGULAR_VECTOR, RIGHT_SINGULAR_VECTOR ->
              throw new IllegalArgumentException(part.name() + " is not the same everywhere");
        };
    Arrays.fill(values, part.offset(), part.end(), value);
  }

  private static void findSingularVectors(float[] parameters, Part weight, float[] values, Part u) {
    int outputs = weight.shape().get(0);
    int inputs = weight.shape().get(1);
    for (int i = 0; i < POWER_ITERATIONS; i++) {
      SpectralNorm.iterate(parameters, weight.offset(), outputs, inputs, values, u.offset());
    }
  }

  private static void drawWeight(WeightInit init, Part part, CounterRandom random, float[] values) {
    int fanOut = part.shape().get(0);
    int fanIn = part.shape().get(1);
    switch (init) {
      case FAN_IN_UNIFORM -> uniform(random, values, part, 1 / Math.sqrt(fanIn));
      case GLOROT_UNIFORM -> uniform(random, values, part, Math.sqrt(6.0 / (fanIn + fanOut)));
      case HE_NORMAL -> normal(random, values, part, Math.sqrt(2.0 / fanIn));
      case NORMAL_0_02 -> normal(random, values, part, 0.02);
    }
  }

  private static void drawBias(
      WeightInit init, Part weight, Part bias, CounterRandom random, float[] values) {
    if (init == WeightInit.FAN_IN_UNIFORM) {
      uniform(random, values, bias, 1 / Math.sqrt(weight.shape().get(1)));
    }
  }

  private static void uniform(CounterRandom random, float[] values, Part part, double bound) {
    random.fillUniform(values, part.offset(), part.size(), -bound, bound);
  }

  private static void normal(CounterRandom random, float[] values, Part part, double deviation) {
    random.fillNormal(values, part.offset(), part.size());
    for (int i = part.offset(); i < part.end(); i++) {
      values[i] *= (float) deviation;
    }
  }
}
