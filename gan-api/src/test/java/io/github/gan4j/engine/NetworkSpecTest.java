package io.github.gan4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.ArraySpec.Role;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          3,
          List.of(
              new LayerSpec(4, new BatchNorm(0.1, 1e-5), Activation.relu(), 0),
              new LayerSpec(2, null, Activation.tanh(), 0)));

  @Test
  void parametersComeLayerByLayerWithoutGaps() {
    // Model files hold these names and shapes.
    assertThat(SPEC.parameters())
        .containsExactly(
            new Part("layers.0.linear.weight", List.of(4, 3), Role.WEIGHT, 0),
            new Part("layers.0.batch_norm.weight", List.of(4), Role.SCALE, 12),
            new Part("layers.0.batch_norm.bias", List.of(4), Role.SHIFT, 16),
            new Part("layers.1.linear.weight", List.of(2, 4), Role.WEIGHT, 20),
            new Part("layers.1.linear.bias", List.of(2), Role.BIAS, 28));
    assertThat(SPEC.parameterCount()).isEqualTo(30);
  }

  @Test
  void buffersAreTheRunningStatistics() {
    assertThat(SPEC.buffers())
        .containsExactly(
            new Part("layers.0.batch_norm.running_mean", List.of(4), Role.RUNNING_MEAN, 0),
            new Part("layers.0.batch_norm.running_var", List.of(4), Role.RUNNING_VARIANCE, 4));
    assertThat(SPEC.bufferCount()).isEqualTo(8);
  }

  @Test
  void singularVectorsAreBuffersBesideRunningStatistics() {
    LayerSpec spectral = new LayerSpec(5, null, Activation.relu(), 0, true);
    NetworkSpec spec = new NetworkSpec(3, List.of(SPEC.layers().get(0), spectral));
    assertThat(spec.buffers())
        .containsExactly(
            new Part("layers.0.batch_norm.running_mean", List.of(4), Role.RUNNING_MEAN, 0),
            new Part("layers.0.batch_norm.running_var", List.of(4), Role.RUNNING_VARIANCE, 4),
            new Part("layers.1.spectral_norm.u", List.of(5), Role.LEFT_SINGULAR_VECTOR, 8),
            new Part("layers.1.spectral_norm.v", List.of(4), Role.RIGHT_SINGULAR_VECTOR, 13));
    assertThat(spec.spectralNorm()).isTrue();
    assertThat(SPEC.spectralNorm()).isFalse();
  }

  @Test
  void aLayerIsNormalisedOneWayOrTheOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerSpec(4, new BatchNorm(0.1, 1e-5), Activation.relu(), 0, true))
        .withMessage(
            "layer spectralNorm must be false with a normalisation, which multiplies it away");
  }

  @Test
  void normalisationTiesTheRowsOfABatchTogether() {
    assertThat(SPEC.rowsIndependent()).isFalse();
    assertThat(new NetworkSpec(3, SPEC.layers().subList(1, 2)).rowsIndependent()).isTrue();
  }

  @Test
  void partsOfALayerAreThoseOfTheNetwork() {
    assertThat(SPEC.parametersOf(1)).isEqualTo(SPEC.parameters().subList(3, 5));
    assertThat(SPEC.buffersOf(0)).isEqualTo(SPEC.buffers());
    assertThat(SPEC.buffersOf(1)).isEmpty();
  }

  @Test
  void aPartKnowsTheWeightOfItsLayer() {
    Part weight = SPEC.parameters().get(3);
    assertThat(SPEC.weightOf(SPEC.parameters().get(4))).isEqualTo(weight);
    assertThat(SPEC.weightOf(SPEC.buffers().get(1))).isEqualTo(SPEC.parameters().get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPEC.weightOf(new Part("other", List.of(1), Role.BIAS, 0)))
        .withMessage("other must be a part of this network");
  }

  @Test
  void layersSayWhatTheyAskOfAnEngine() {
    assertThat(SPEC.capabilities()).containsExactly(Capability.BATCH_NORM);
    LayerSpec spectral = new LayerSpec(5, null, Activation.relu(), 0.5, true);
    assertThat(spectral.capabilities())
        .containsExactlyInAnyOrder(Capability.DROPOUT, Capability.SPECTRAL_NORM);
    assertThat(linear(1).capabilities()).isEmpty();
  }

  @Test
  void normalisedLayersAndCurvesAreNotPiecewiseLinear() {
    assertThat(SPEC.layers().get(0).piecewiseLinear()).isFalse();
    assertThat(SPEC.layers().get(1).piecewiseLinear()).isFalse();
    assertThat(new LayerSpec(5, null, Activation.relu(), 0.5, true).piecewiseLinear()).isTrue();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSpec(3, List.of()))
        .withMessage("a network must have at least one layer, had none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSpec(0, SPEC.layers()))
        .withMessage("network inputs must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NetworkSpec(3, List.of(linear(0))))
        .withMessage("layer outputs must be at least 1, was 0");
  }

  @Test
  void networksThatFitNoArrayAreRefusedHoweverLarge() {
    for (int layers = 1; layers < 6; layers++) {
      List<LayerSpec> huge = Collections.nCopies(layers, linear(Integer.MAX_VALUE));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NetworkSpec(1, huge))
          .withMessageStartingWith("a network must have at most 2^30 parameters, had ");
    }
    assertThat(new NetworkSpec(1, List.of(linear(1 << 28))).parameterCount()).isEqualTo(1 << 29);
  }

  private static LayerSpec linear(int outputs) {
    return new LayerSpec(outputs, null, Activation.linear(), 0);
  }
}
