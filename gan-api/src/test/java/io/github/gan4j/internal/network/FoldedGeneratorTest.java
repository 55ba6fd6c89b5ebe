package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedGeneratorTest {

  @Test
  void normalisationGoesIntoWeightsAndBiasesAndDropoutGoesAway() {
    NetworkSpec spec =
        new NetworkSpec(
            2,
            List.of(
                new LayerSpec(1, null, Activation.relu(), 0.5),
                new LayerSpec(2, new BatchNorm(0.1, 1), Activation.leakyRelu(0.2), 0.3),
                new LayerSpec(1, new BatchNorm(0.1, 0.25), Activation.relu(), 0),
                new LayerSpec(1, null, Activation.tanh(), 0)));
    float[] parameters = {
      5,
      6,
      7, // a linear layer: two weights and a bias
      10,
      20,
      2,
      3,
      4,
      5, // two weights, two scales, two shifts
      8,
      16,
      2,
      1, // two weights, a scale and a shift
      -1,
      9 // a weight and a bias
    };
    float[] buffers = {
      0.5f,
      -1,
      3,
      15, // two means, two variances
      6,
      0.75f // a mean and a variance
    };

    FoldedGenerator folded = FoldedGenerator.of(spec, parameters, buffers);

    assertThat(folded.spec())
        .isEqualTo(
            new NetworkSpec(
                2,
                List.of(
                    new LayerSpec(1, null, Activation.relu(), 0),
                    new LayerSpec(2, null, Activation.leakyRelu(0.2), 0),
                    new LayerSpec(1, null, Activation.relu(), 0),
                    new LayerSpec(1, null, Activation.tanh(), 0))));
    assertThat(folded.parameters())
        .containsExactly(
            new float[] {
              5,
              6,
              7,
              10 * 2 / 2f, // the roots of 3 + 1 and 15 + 1
              20 * 3 / 4f,
              4 - 0.5f * 2 / 2,
              5 + 1 * 3 / 4f,
              8 * 2 / 1f, // the root of 0.75 + 0.25
              16 * 2 / 1f,
              1 - 6 * 2 / 1f,
              -1,
              9
            },
            within(1e-6f));
  }

  @Test
  void aClassGoesIntoTheFirstBias() {
    NetworkSpec spec =
        new NetworkSpec(
            4, // two of the latent vector, two classes
            List.of(
                new LayerSpec(2, null, Activation.relu(), 0),
                new LayerSpec(1, null, Activation.tanh(), 0)));
    float[] parameters = {
      1,
      2,
      10,
      20, // the first output's weights
      3,
      4,
      30,
      40, //
      5,
      6, // biases
      7,
      8,
      9 // the second layer
    };

    FoldedGenerator ofSecond = FoldedGenerator.of(spec, parameters, new float[0]).ofClass(2, 1);

    assertThat(ofSecond.spec()).isEqualTo(new NetworkSpec(2, spec.layers()));
    assertThat(ofSecond.parameters()).containsExactly(1, 2, 3, 4, 25, 46, 7, 8, 9);
  }

  @Test
  void spectralNormGoesIntoWeights() {
    NetworkSpec spec =
        new NetworkSpec(
            2,
            List.of(
                new LayerSpec(1, new BatchNorm(0.1, 1), Activation.relu(), 0),
                new LayerSpec(2, null, Activation.relu(), 0, true),
                new LayerSpec(1, null, Activation.tanh(), 0, true)));
    float[] parameters = {1, 2, 1, 0, 3, 4, 5, 6, 8, 0, 9};
    // With u = (0.6, 0.8) the norm is 5; with u = 0.5 and v = (2, 0) it is 8.
    float[] buffers = {0, 0, 0.6f, 0.8f, 1, 0.5f, 2, 0};

    FoldedGenerator folded = FoldedGenerator.of(spec, parameters, buffers);

    assertThat(folded.spec().spectralNorm()).isFalse();
    assertThat(folded.parameters())
        .containsExactly(new float[] {1, 2, 0, 0.6f, 0.8f, 5, 6, 1, 0, 9}, within(1e-6f));
  }
}
