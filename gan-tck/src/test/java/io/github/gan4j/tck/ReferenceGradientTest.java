package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTensor;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle's own gradients rest on nothing but its outputs. */
class ReferenceGradientTest {
  private static final double TOLERANCE = 1e-8;

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#small")
  void gradientsOfEveryKindOfLayerEqualCentralDifferences(NetworkCase sample) {
    try (ReferenceEngine engine = new ReferenceEngine()) {
      ReferenceTrainableNetwork network = engine.trainable(sample.spec(), Trial.SMOOTH_ADAM, 0);
      sample.fill(network);
      ReferenceTensor inGradient = engine.allocate(sample.rows(), sample.spec().inputs());
      backward(engine, sample, network, inGradient);
      CentralDifferences differences = new CentralDifferences(engine, sample);
      assertEqual(inGradient.toDoubles(), differences.byInputs());
      assertEqual(network.gradient(), differences.byParameters());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#smallPiecewiseLinear")
  void gradientsOfSecondOrderEqualCentralDifferences(NetworkCase sample) {
    try (ReferenceEngine engine = new ReferenceEngine()) {
      ReferenceTrainableNetwork network = engine.trainable(sample.spec(), Trial.SMOOTH_ADAM, 0);
      Trial trial = new Trial(engine, sample, network);
      sample.fill(network);
      trial.forward(1);
      trial.backward(1, WeightGradients.SKIP);
      trial.doubleBackward(1);
      CentralDifferences differences = new CentralDifferences(engine, sample);
      assertEqual(network.gradient(), differences.ofInputGradientByParameters());
    }
  }

  private static void backward(
      ReferenceEngine engine,
      NetworkCase sample,
      ReferenceTrainableNetwork network,
      ReferenceTensor inGradient) {
    int rows = sample.rows();
    int outputs = sample.spec().outputs();
    ReferenceTrainingPass pass = network.trainingPass(rows);
    pass.forward(
        Tensors.of(engine, rows, sample.spec().inputs(), sample.input(1)),
        engine.allocate(rows, outputs),
        sample.dropoutSeed(1));
    pass.backward(
        Tensors.of(engine, rows, outputs, sample.outGradient(1)), inGradient, WeightGradients.KEEP);
  }

  private static void assertEqual(double[] actual, double[] expected) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    assertThat(actual).containsExactly(expected, within(TOLERANCE * largest));
  }
}
