package io.github.gan4j.tck;

import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTensor;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.function.Consumer;

/**
 * Gradients from outputs alone: {@code (L(x + h) - L(x - h)) / 2h} in double precision, with L the
 * sum of a step's outputs times its output gradients. Of a smooth L, the error is of order h².
 */
final class CentralDifferences {
  /** Where h²'s truncation and the rounding of L divided by h meet: the cube root of 1e-16. */
  static final double H = 5e-6;

  private static final int STEP = 1;

  private final NetworkCase sample;
  private final ReferenceTrainableNetwork network;
  private final ReferenceTrainingPass pass;
  private final ReferenceTensor in;
  private final ReferenceTensor out;

  CentralDifferences(ReferenceEngine engine, NetworkCase sample) {
    this.sample = sample;
    network = engine.trainable(sample.spec(), Trial.SMOOTH_ADAM, 0);
    sample.fill(network);
    pass = network.trainingPass(sample.rows());
    in = engine.allocate(sample.rows(), sample.spec().inputs());
    in.copyFrom(sample.input(STEP), 0);
    out = engine.allocate(sample.rows(), sample.spec().outputs());
  }

  double[] byParameters() {
    return differences(network.parameters().toDoubles(), network.parameters()::copyFrom);
  }

  double[] byInputs() {
    return differences(in.toDoubles(), in::copyFrom);
  }

  private double[] differences(double[] values, Consumer<double[]> write) {
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + H;
      write.accept(values);
      double above = objective();
      values[i] = value - H;
      write.accept(values);
      double below = objective();
      gradient[i] = (above - below) / (2 * H);
      values[i] = value;
    }
    write.accept(values);
    return gradient;
  }

  private double objective() {
    pass.forward(in, out, sample.dropoutSeed(STEP));
    double[] outputs = out.toDoubles();
    float[] factors = sample.outGradient(STEP);
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += outputs[i] * factors[i];
    }
    return sum;
  }
}
