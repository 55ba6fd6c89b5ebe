package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle's optimisers in double precision, by hand and against PyTorch 2.13. */
class ReferenceOptimizerTest {
  private final ReferenceEngine engine = new ReferenceEngine();

  @AfterEach
  void closeTheEngine() {
    engine.close();
  }

  /** The corrected moments of the first step are the gradient and its square. */
  @Test
  void theFirstStepIsTheLearningRateWhateverTheGradient() {
    ReferenceTrainableNetwork network =
        network(OptimizerConfig.adam(0.25, 0.9, 0.999).withEpsilon(1e-300));
    update(network, 1, 3.5f);
    assertValue(network, 0.75);
    network = network(OptimizerConfig.adam(0.25, 0.9, 0.999).withEpsilon(1e-300));
    update(network, 1, -1e-6f);
    assertValue(network, 1.25);
  }

  @Test
  void twoStepsByHand() {
    ReferenceTrainableNetwork network = network(OptimizerConfig.adam(1, 0.5, 0.5).withEpsilon(0.5));
    update(network, 1, 0.5f);
    // First moment ¼ / ½ = ½, second ⅛ / ½ = ¼, its root ½: 1 - ½ / (½ + ½).
    assertValue(network, 0.5);
    update(network, 2, 1);
    // First moment ⅝ / ¾ = ⅚, second 9⁄16 / ¾ = ¾.
    assertValue(network, 0.5 - 5.0 / 6 / (Math.sqrt(0.75) + 0.5));
    assertThat(network.optimizerState().toDoubles()).containsExactly(0.625, 0.625, 0.5625, 0.5625);
  }

  static Stream<Arguments> stepsOfPyTorch() {
    return Stream.of(
        arguments(
            OptimizerConfig.adam(0.1, 0.9, 0.999),
            new double[] {0.900000002, 0.8733662987078463, 0.8075551396770898}),
        arguments(
            OptimizerConfig.adamW(0.1, 0.9, 0.999, 0.01),
            new double[] {0.899000002, 0.8714672987058463, 0.804784672376384}),
        arguments(
            OptimizerConfig.rmsProp(0.1, 0.9).withEpsilon(0.25),
            new double[] {0.8774851773445587, 0.9370716591385352, 0.7717246461331926}),
        arguments(
            OptimizerConfig.sgd(0.1, 0.9),
            new double[] {0.95, 0.9299999999999999, 0.8119999999999999}));
  }

  @ParameterizedTest
  @MethodSource
  void stepsOfPyTorch(OptimizerConfig optimizer, double[] values) {
    ReferenceTrainableNetwork network = network(optimizer);
    update(network, 1, 0.5f);
    assertValue(network, values[0]);
    update(network, 2, -0.25f);
    assertValue(network, values[1]);
    update(network, 3, 1);
    assertValue(network, values[2]);
  }

  private ReferenceTrainableNetwork network(OptimizerConfig adam) {
    ReferenceTrainableNetwork network =
        engine.trainable(new NetworkSpec(1, List.of(Layers.linear(1))), adam, 0);
    network.parameters().copyFrom(new double[] {1, 1});
    return network;
  }

  private void update(ReferenceTrainableNetwork network, long step, float gradient) {
    ReferenceTrainingPass pass = network.trainingPass(1);
    pass.forward(Tensors.of(engine, 1, 1, 1), engine.allocate(1, 1), 0);
    pass.backward(Tensors.of(engine, 1, 1, gradient), null, WeightGradients.KEEP);
    network.update(step, 1);
  }

  private static void assertValue(ReferenceTrainableNetwork network, double value) {
    assertThat(network.parameters().toDoubles())
        .containsExactly(new double[] {value, value}, within(1e-15));
  }
}
