package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations are exact to a few roundings from end to end, and hide no NaN. */
public abstract class ActivationContract extends Contract {
  /** Near 0, where they bend, where they saturate, and where exp overflows. */
  private static final float[] INPUTS = {
    0, 1e-30f, -1e-30f, 1e-4f, -1e-4f, 0.1f, -0.1f, 0.5f, -0.5f, 1, -1, 2, -2, 3.5f, -3.5f, 5, -5,
    7.9f, -7.9f, 9.1f, -9.1f, 20, -20, 50, -50, 88, -88, 90, -90, 104, -104, 1e4f, -1e4f
  };

  /** Makes a contract of one engine. */
  protected ActivationContract() {}

  static Stream<Activation> activations() {
    return Cases.activations().stream();
  }

  @ParameterizedTest
  @MethodSource("activations")
  void valuesAreExactFromEndToEnd(Activation activation) {
    float[] actual = values(tested(), activation, INPUTS);
    float[] expected = values(oracle(), activation, INPUTS);
    for (int i = 0; i < INPUTS.length; i++) {
      assertNear(activation, INPUTS[i], actual[i], expected[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void derivativesAreExactFromEndToEnd(Activation activation) {
    assumeTraining();
    float[] actual = derivatives(tested(), activation);
    float[] expected = derivatives(oracle(), activation);
    for (int i = 0; i < INPUTS.length; i++) {
      assertNear(activation, INPUTS[i], actual[i], expected[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void aValueThatIsNoNumberComesThrough(Activation activation) {
    float[] inputs = INPUTS.clone();
    inputs[5] = Float.NaN;
    inputs[inputs.length - 1] = Float.NaN;
    float[] outputs = values(tested(), activation, inputs);
    for (int i = 0; i < inputs.length; i++) {
      assertThat(Float.isNaN(outputs[i])).as("place %d", i).isEqualTo(Float.isNaN(inputs[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("activations")
  void aValueThatIsNoNumberComesThroughInTraining(Activation activation) {
    assumeTraining();
    float[] inputs = INPUTS.clone();
    inputs[5] = Float.NaN;
    inputs[inputs.length - 1] = Float.NaN;
    Tensor out = tested().allocate(inputs.length, 1);
    TrainableNetwork network = tested().trainable(spec(activation), Trial.SMOOTH_ADAM, 0);
    network.parameters().copyFrom(new float[] {1, 0});
    try (var pass = network.trainingPass(inputs.length)) {
      pass.forward(Tensors.of(tested(), inputs.length, 1, inputs), out, 0);
    }
    float[] outputs = Tensors.toArray(out);
    for (int i = 0; i < inputs.length; i++) {
      assertThat(Float.isNaN(outputs[i])).as("place %d", i).isEqualTo(Float.isNaN(inputs[i]));
    }
  }

  /** Allows a few roundings of the value, or of 1 if that is more. */
  private static void assertNear(Activation activation, float x, float actual, float expected) {
    assertClose(
        activation + " at " + x, new float[] {actual, 1}, new float[] {expected, 1}, FEW_ROUNDINGS);
  }

  /** Returns the activation of each value, through a layer that only adds 0. */
  private static float[] values(GanEngine engine, Activation activation, float[] inputs) {
    Tensor in = Tensors.of(engine, inputs.length, 1, inputs);
    Tensor out = engine.allocate(inputs.length, 1);
    try (var network = engine.network(spec(activation));
        Pass pass = network.inferencePass(inputs.length)) {
      network.parameters().copyFrom(new float[] {1, 0});
      pass.forward(in, out);
    }
    return Tensors.toArray(out);
  }

  private static float[] derivatives(GanEngine engine, Activation activation) {
    int rows = INPUTS.length;
    TrainableNetwork network = engine.trainable(spec(activation), Trial.SMOOTH_ADAM, 0);
    network.parameters().copyFrom(new float[] {1, 0});
    Tensor gradient = engine.allocate(rows, 1);
    try (var pass = network.trainingPass(rows)) {
      pass.forward(Tensors.of(engine, rows, 1, INPUTS), engine.allocate(rows, 1), 0);
      float[] ones = new float[rows];
      Arrays.fill(ones, 1);
      pass.backward(Tensors.of(engine, rows, 1, ones), gradient, WeightGradients.SKIP);
    }
    return Tensors.toArray(gradient);
  }

  private static NetworkSpec spec(Activation activation) {
    return new NetworkSpec(1, List.of(Layers.plain(1, activation)));
  }
}
