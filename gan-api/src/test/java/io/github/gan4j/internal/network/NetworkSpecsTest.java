package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSpecsTest {
  private static final ImageShape SHAPE = new ImageShape(3, 4, 5);

  @Test
  void theGeneratorGoesFromALatentVectorToAnImage() {
    GanConfig config =
        Gan.builder()
            .latentDim(7)
            .generator(
                g ->
                    g.hidden(8, 9)
                        .activation(Activation.relu())
                        .batchNorm(BatchNorm.of(0.1, 0.8).exceptFirst())
                        .dropout(0.25))
            .normalization(0, 1)
            .generatorOutput(Activation.sigmoid())
            .config();
    assertThat(NetworkSpecs.generator(config, SHAPE))
        .isEqualTo(
            new NetworkSpec(
                7,
                List.of(
                    new LayerSpec(8, null, Activation.relu(), 0.25),
                    new LayerSpec(
                        9, new NormalizationSpec.BatchNorm(0.1, 0.8), Activation.relu(), 0.25),
                    new LayerSpec(60, null, Activation.sigmoid(), 0))));
  }

  @Test
  void aPlayersSpectralNormIsThatOfAllItsLayers() {
    GanConfig config =
        Gan.builder().discriminator(d -> d.hidden(8, 9).spectralNorm().dropout(0)).config();
    assertThat(NetworkSpecs.discriminator(config, SHAPE).layers())
        .hasSize(3)
        .allMatch(LayerSpec::spectralNorm);
    assertThat(NetworkSpecs.generator(config, SHAPE).layers()).noneMatch(LayerSpec::spectralNorm);
  }

  @Test
  void theDiscriminatorGoesFromAnImageToALogitWithoutActivation() {
    GanConfig config =
        Gan.builder()
            .discriminator(d -> d.hidden(8).batchNorm(BatchNorm.of(0.2, 0.3)).dropout(0.5))
            .config();
    assertThat(NetworkSpecs.discriminator(config, SHAPE))
        .isEqualTo(
            new NetworkSpec(
                60,
                List.of(
                    new LayerSpec(
                        8,
                        new NormalizationSpec.BatchNorm(0.2, 0.3),
                        Activation.leakyRelu(0.2),
                        0.5),
                    new LayerSpec(1, null, Activation.linear(), 0))));
  }
}
