package io.github.gan4j.tck;

import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTensor;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

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
  private final ReferenceTensor outGradient;
  private final ReferenceTensor inGradient;

  CentralDifferences(ReferenceEngine engine, NetworkCase sample) {
    this.sample = sample;
    network = engine.trainable(sample.spec(), Trial.SMOOTH_ADAM, 0);
    sample.fill(network);
    pass = network.trainingPass(sample.rows());
    in = engine.allocate(sample.rows(), sample.spec().inputs());
    in.copyFrom(sample.input(STEP), 0);
    out = engine.allocate(sample.rows(), sample.spec().outputs());
    outGradient = engine.allocate(sample.rows(), sample.spec().outputs());
    outGradient.copyFrom(sample.outGradient(STEP), 0);
    inGradient = engine.allocate(sample.rows(), sample.spec().inputs());
  }

  double[] byParameters() {
    return differences(
        network.parameters().toDoubles(), network.parameters()::copyFrom, this::objective);
  }

  /** Of the sum of a step's input gradients times its derivatives by them. */
  double[] ofInputGradientByParameters() {
    return differences(
        network.parameters().toDoubles(),
        network.parameters()::copyFrom,
        () -> {
          pass.forward(in, out, sample.dropoutSeed(STEP));
          pass.backward(outGradient, inGradient, WeightGradients.SKIP);
          return sumOfProducts(inGradient.toDoubles(), sample.byInGradient(STEP));
        });
  }

  double[] byInputs() {
    return differences(in.toDoubles(), in::copyFrom, this::objective);
  }

  private static double[] differences(
      double[] values, Consumer<double[]> write, DoubleSupplier objective) {
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + H;
      write.accept(values);
      double above = objective.getAsDouble();
      values[i] = value - H;
      write.accept(values);
      double below = objective.getAsDouble();
      gradient[i] = (above - below) / (2 * H);
      values[i] = value;
    }
    write.accept(values);
    return gradient;
  }

  private double objective() {
    pass.forward(in, out, sample.dropoutSeed(STEP));
    return sumOfProducts(out.toDoubles(), sample.outGradient(STEP));
  }

  private static double sumOfProducts(double[] values, float[] factors) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * factors[i];
    }
    return sum;
  }
}
