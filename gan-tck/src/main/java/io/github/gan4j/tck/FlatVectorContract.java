package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network's values go in and out as flat vectors, in the order that its spec documents. */
public abstract class FlatVectorContract extends Contract {

  /** Makes a contract of one engine. */
  protected FlatVectorContract() {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void newNetworksHoldZeros(NetworkCase sample) {
    assumeLayers(sample.spec());
    Network network = tested().network(sample.spec());
    assertThat(network.spec()).isEqualTo(sample.spec());
    assertThat(network.parameters().toArray()).isEqualTo(new float[sample.spec().parameterCount()]);
    assertThat(network.buffers().toArray()).isEqualTo(new float[sample.spec().bufferCount()]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void valuesComeBackAsTheyWereWritten(NetworkCase sample) {
    assumeLayers(sample.spec());
    Network network = tested().network(sample.spec());
    assertRoundTrip(network.parameters(), sample.spec().parameterCount());
    assertRoundTrip(network.buffers(), sample.spec().bufferCount());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void aTrainedNetworksValuesComeBackAsTheyWereWritten(NetworkCase sample) {
    assumeTraining();
    assumeLayers(sample.spec());
    var network = tested().trainable(sample.spec(), Trial.SMOOTH_ADAM, Trial.AVERAGING);
    int parameters = sample.spec().parameterCount();
    int buffers = sample.spec().bufferCount();
    assertThat(network.averagedParameters().toArray()).isEqualTo(new float[parameters]);
    assertThat(network.averagedBuffers().toArray()).isEqualTo(new float[buffers]);
    assertThat(network.optimizerState().toArray()).isEqualTo(new float[2 * parameters]);
    assertRoundTrip(network.parameters(), parameters);
    assertRoundTrip(network.buffers(), buffers);
    assertRoundTrip(network.averagedParameters(), parameters);
    assertRoundTrip(network.averagedBuffers(), buffers);
    assertRoundTrip(network.optimizerState(), 2 * parameters);
  }

  @Test
  void vectorsSeeWhatIsWrittenLater() {
    Network network = tested().network(Cases.plainLayers().spec());
    FlatVector early = network.parameters();
    float[] values = Tensors.counting(early.size());
    network.parameters().copyFrom(values);
    assertThat(early.toArray()).isEqualTo(values);
  }

  @Test
  void longerArraysAreUsedInTheirFirstPlaces() {
    Network network = tested().network(NetworkCase.of(1, 1, Layers.linear(1)).spec());
    network.parameters().copyFrom(new float[] {1, 2, 9, 9});
    float[] target = {8, 8, 8};
    network.parameters().copyTo(target);
    assertThat(target).containsExactly(1, 2, 8);
  }

  @Test
  void shortArraysAreRefused() {
    FlatVector vector = tested().network(Cases.plainLayers().spec()).parameters();
    float[] values = Tensors.counting(vector.size());
    vector.copyFrom(values);
    float[] tooShort = new float[vector.size() - 1];
    assertThatThrownBy(() -> vector.copyFrom(tooShort))
        .isInstanceOfAny(IndexOutOfBoundsException.class, IllegalArgumentException.class);
    assertThatThrownBy(() -> vector.copyTo(tooShort))
        .isInstanceOfAny(IndexOutOfBoundsException.class, IllegalArgumentException.class);
    assertThat(vector.toArray()).isEqualTo(values);
  }

  @Test
  void aWeightIsOutputsByInputsAndItsBiasFollows() {
    Network network =
        tested().network(new NetworkSpec(2, List.of(Layers.linear(3), Layers.linear(1))));
    // Three rows of weights, three biases; then one row and one bias.
    network.parameters().copyFrom(new float[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 1, 10, 100, 0.5f});
    // (1 + 4 + 10, 3 + 8 + 20, 5 + 12 + 30) · (1, 10, 100) + 0.5
    assertThat(infer(network, 1, 2)).containsExactly(15 + 310 + 4700 + 0.5f);
  }

  @Test
  void aNormalisedLayersScaleShiftMeanAndVarianceFollowEachOther() {
    NetworkSpec spec =
        new NetworkSpec(
            1, List.of(new LayerSpec(2, new BatchNorm(0.1, 0.25), Activation.linear(), 0)));
    assumeLayers(spec);
    Network network = tested().network(spec);
    network.parameters().copyFrom(new float[] {1, 2, 3, 4, 5, 6});
    network.buffers().copyFrom(new float[] {7, 8, 0.75f, 3.75f});
    // (1·10 - 7) / 1 · 3 + 5 and (2·10 - 8) / 2 · 4 + 6
    assertClose("outputs", infer(network, 10), new float[] {14, 30}, FEW_ROUNDINGS);
  }

  private float[] infer(Network network, float... row) {
    Tensor in = Tensors.of(tested(), 1, row.length, row);
    Tensor out = tested().allocate(1, network.spec().outputs());
    network.inferencePass(1).forward(in, out);
    return Tensors.toArray(out);
  }

  private static void assertRoundTrip(FlatVector vector, int size) {
    assertThat(vector.size()).isEqualTo(size);
    float[] values = Tensors.counting(size);
    vector.copyFrom(values);
    assertThat(vector.toArray()).isEqualTo(values);
  }
}
