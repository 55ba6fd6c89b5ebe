package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedNetworkTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(2, List.of(new LayerSpec(3, new BatchNorm(0.1, 1e-5), Activation.relu(), 0)));

  @Test
  void valuesOfOtherLayersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainedNetwork(SPEC, new float[11], new float[6]))
        .withMessage("parameters must have 12 values, as the layers have, had 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainedNetwork(SPEC, new float[12], new float[7]))
        .withMessage("buffers must have 6 values, as the layers have, had 7");
  }

  @Test
  void valuesAreCopiedInAndOut() {
    float[] parameters = new float[12];
    float[] buffers = new float[6];
    TrainedNetwork network = new TrainedNetwork(SPEC, parameters, buffers);
    parameters[0] = 1;
    buffers[0] = 1;
    network.parameters()[0] = 1;
    network.buffers()[0] = 1;
    assertThat(network.parameters()).containsOnly(0);
    assertThat(network.buffers()).containsOnly(0);
  }

  @Test
  void itsTextTellsItsSizes() {
    assertThat(new TrainedNetwork(SPEC, new float[12], new float[6]))
        .hasToString("network of 1 layers from 2 inputs to 3 outputs, 12 parameters");
  }
}
