package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitialValuesTest {
  /** 100 inputs, 300 normalised units, 200 outputs with a bias. */
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          100,
          List.of(
              new LayerSpec(300, new BatchNorm(0.1, 1e-5), Activation.relu(), 0),
              new LayerSpec(200, null, Activation.linear(), 0)));

  private static final int SCALE = 30_000;
  private static final int SECOND = SCALE + 600;
  private static final int BIAS = SECOND + 60_000;

  @ParameterizedTest
  @CsvSource({
    // The deviations: 1/√(3·fanIn), √(2/(fanIn + fanOut)), √(2/fanIn), 0.02.
    "FAN_IN_UNIFORM, 0.0577350, 0.0333333, 0.1",
    "GLOROT_UNIFORM, 0.0707107, 0.0632456, 0.1224745",
    "HE_NORMAL, 0.1414214, 0.0816497, 1",
    "NORMAL_0_02, 0.02, 0.02, 1"
  })
  void weightsHaveTheDeviationThatTheirNamePromises(
      WeightInit init, double first, double second, double largest) {
    float[] values = InitialValues.parameters(SPEC, init, 1, RandomStream.GENERATOR_WEIGHTS);
    float[] firstWeights = Arrays.copyOf(values, SCALE);
    float[] secondWeights = Arrays.copyOfRange(values, SECOND, BIAS);

    assertThat(deviation(firstWeights)).isCloseTo(first, within(first * 0.02));
    assertThat(deviation(secondWeights)).isCloseTo(second, within(second * 0.02));
    for (float weight : firstWeights) {
      assertThat(Math.abs((double) weight)).isLessThanOrEqualTo(largest + 1e-7);
    }
  }

  @ParameterizedTest
  @EnumSource(WeightInit.class)
  void onlyTheFanInSchemeDrawsBiases(WeightInit init) {
    float[] values = InitialValues.parameters(SPEC, init, 1, RandomStream.GENERATOR_WEIGHTS);
    float[] biases = Arrays.copyOfRange(values, BIAS, BIAS + 200);
    if (init == WeightInit.FAN_IN_UNIFORM) {
      assertThat(deviation(biases)).isCloseTo(1 / Math.sqrt(900), within(0.005));
    } else {
      assertThat(biases).containsOnly(0);
    }
  }

  @Test
  void normalisationStartsAsTheIdentity() {
    float[] values =
        InitialValues.parameters(SPEC, WeightInit.HE_NORMAL, 1, RandomStream.GENERATOR_WEIGHTS);
    assertThat(Arrays.copyOfRange(values, SCALE, SCALE + 300)).containsOnly(1);
    assertThat(Arrays.copyOfRange(values, SCALE + 300, SECOND)).containsOnly(0);
    float[] buffers = buffers(SPEC, new float[SPEC.parameterCount()], 1);
    assertThat(buffers).hasSize(600);
    assertThat(Arrays.copyOf(buffers, 300)).containsOnly(0);
    assertThat(Arrays.copyOfRange(buffers, 300, 600)).containsOnly(1);
  }

  @Test
  void singularVectorsStartNearThoseOfTheWeight() {
    LayerSpec spectral = new LayerSpec(3, null, Activation.linear(), 0, true);
    NetworkSpec spec = new NetworkSpec(2, List.of(spectral, spectral));
    float[] parameters = new float[spec.parameterCount()];
    parameters[0] = 2;
    parameters[3] = -5;
    int second = 9;
    parameters[second + 4] = 7;
    parameters[second] = 1;
    float[] buffers = buffers(spec, parameters, 1);
    assertThat(SpectralNorm.sigma(parameters, 0, 3, 2, buffers, 0)).isCloseTo(5, within(1e-6));
    assertThat(SpectralNorm.sigma(parameters, second, 3, 3, buffers, 5)).isCloseTo(7, within(1e-6));
    assertThat(Math.abs(buffers[1])).isCloseTo(1, within(1e-4f));
    assertThat(buffers(spec, parameters, 1)).isEqualTo(buffers);
    assertThat(buffers(spec, parameters, 2)).isNotEqualTo(buffers);
  }

  @Test
  void seedStreamAndLayerMatter() {
    float[] values = drawn(1, RandomStream.GENERATOR_WEIGHTS);
    assertThat(drawn(1, RandomStream.GENERATOR_WEIGHTS)).containsExactly(values);
    assertThat(drawn(2, RandomStream.GENERATOR_WEIGHTS)).isNotEqualTo(values);
    assertThat(drawn(1, RandomStream.DISCRIMINATOR_WEIGHTS)).isNotEqualTo(values);
    assertThat(Arrays.copyOf(values, 100))
        .isNotEqualTo(Arrays.copyOfRange(values, SECOND, SECOND + 100));
  }

  private static float[] buffers(NetworkSpec spec, float[] parameters, long seed) {
    return InitialValues.buffers(spec, parameters, seed, RandomStream.SINGULAR_VECTORS);
  }

  private static float[] drawn(long seed, RandomStream stream) {
    return InitialValues.parameters(SPEC, WeightInit.NORMAL_0_02, seed, stream);
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
