package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.fake.FakeEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network of 3 weights, a scale and a shift, then a weight and a bias. */
class NonFinitePlaceTest {
  private final TrainableNetwork network =
      new FakeEngine()
          .trainable(
              new NetworkSpec(
                  3,
                  List.of(
                      new LayerSpec(1, new BatchNorm(0.1, 1e-5), Activation.linear(), 0),
                      new LayerSpec(1, null, Activation.linear(), 0))),
              OptimizerConfig.adam(0.1, 0, 0),
              0);

  @Test
  void aGradientShowsInTheSecondMoment() {
    spoil(network.optimizerState(), 7 + 6, Float.POSITIVE_INFINITY);
    spoil(network.parameters(), 0, Float.NaN);
    assertThat(NonFinitePlace.in(network).of("the generator"))
        .isEqualTo("the generator's gradient of layers.1.linear.bias");
  }

  @Test
  void aGradientShowsInTheFirstMomentOfAMethodWithoutASecond() {
    spoil(network.optimizerState(), 6, Float.NaN);
    spoil(network.parameters(), 0, Float.NaN);
    assertThat(NonFinitePlace.in(network).description())
        .isEqualTo("gradient of layers.1.linear.bias");
  }

  @Test
  void aWeightComesNext() {
    spoil(network.parameters(), 4, Float.NEGATIVE_INFINITY);
    spoil(network.buffers(), 1, Float.NaN);
    assertThat(NonFinitePlace.in(network).description()).isEqualTo("layers.0.batch_norm.bias");
  }

  @Test
  void aRunningStatisticComesLast() {
    spoil(network.buffers(), 1, Float.NaN);
    assertThat(NonFinitePlace.in(network).description())
        .isEqualTo("layers.0.batch_norm.running_var");
  }

  @Test
  void whatAnEngineAloneSeesHasNoPlace() {
    assertThat(NonFinitePlace.in(network).description()).isEqualTo("values");
  }

  private static void spoil(FlatVector vector, int at, float bad) {
    float[] values = vector.toArray();
    values[at] = bad;
    vector.copyFrom(values);
  }
}
