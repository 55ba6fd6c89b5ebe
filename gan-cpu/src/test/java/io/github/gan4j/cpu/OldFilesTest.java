package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.image.Images;
import io.github.gan4j.loss.Losses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of format 2, which an earlier version of this library wrote, with the pixels that it made
 * of them. The rounding of processors differs, so pixels are compared with a tolerance.
 */
class OldFilesTest {
  private static final float ROUNDING = 1e-4f;

  @TempDir private Path folder;

  @Test
  void modelGeneratesTheSameImages() throws IOException {
    try (CpuEngine engine = new CpuEngine(1);
        TrainedGan gan = TrainedGan.load(copy("plain.safetensors"), engine)) {
      assertThat(gan.config()).isEqualTo(plain().config());
      assertThat(gan.history().epochs()).hasSize(2);
      assertPixels(gan.generate(4, 3), "plain.floats");
    }
  }

  @Test
  void conditionalModelGeneratesTheSameImagesOfAClass() throws IOException {
    try (CpuEngine engine = new CpuEngine(1);
        TrainedGan gan = TrainedGan.load(copy("conditional.safetensors"), engine)) {
      assertThat(gan.config()).isEqualTo(conditional().config());
      assertPixels(gan.generate(4, 3, 2), "conditional.floats");
    }
  }

  @Test
  void checkpointResumesToTheImagesThatTheRunWouldHaveMade() throws IOException {
    Path file = copy("checkpoint.safetensors");
    try (CpuEngine engine = new CpuEngine(1);
        TrainedGan gan = Gan.resume(file).engine(engine).train(new SmallRun.Patterns())) {
      assertThat(gan.config()).isEqualTo(checkpoint().config());
      assertPixels(gan.generate(4, 3), "checkpoint-resumed.floats");
    }
  }

  private static GanBuilder plain() {
    return Gan.builder()
        .latentDim(4)
        .mlp(6, 8)
        .generator(g -> g.batchNorm(BatchNorm.of(0.1, 1e-5)))
        .discriminator(d -> d.dropout(0.2))
        .batchSize(16)
        .stepsPerEpoch(5)
        .epochs(2)
        .emaDecay(0.9)
        .seed(7);
  }

  private static GanBuilder conditional() {
    return Gan.builder()
        .latentDim(4)
        .latent(LatentDistribution.UNIFORM)
        .mlp(6)
        .normalization(0.1307, 0.3081)
        .generatorOutput(Activation.linear())
        .generator(
            g -> g.activation(Activation.relu()).noBatchNorm().weightInit(WeightInit.HE_NORMAL))
        .discriminator(d -> d.activation(Activation.leakyRelu(0.1)).dropout(0).spectralNorm())
        .optimizer(OptimizerConfig.rmsProp(0.001, 0.9))
        .loss(Losses.wasserstein())
        .conditional(3)
        .minibatchStdDev()
        .clipWeights(0.5)
        .discriminatorUpdatesPerStep(2)
        .generatorUpdatesPerStep(2)
        .batchSize(12)
        .stepsPerEpoch(4)
        .epochs(1)
        .emaDecay(0)
        .seed(11);
  }

  private static GanBuilder checkpoint() {
    OptimizerConfig adamW = OptimizerConfig.adamW(0.001, 0.5, 0.9, 0.01).withMaxGradientNorm(2.0);
    return Gan.builder()
        .latentDim(4)
        .mlp(6)
        .generator(g -> g.noBatchNorm().dropout(0.1))
        .discriminator(d -> d.dropout(0).optimizer(adamW))
        .packing(2)
        .penalty(GradientPenalty.r1(0.5).every(2))
        .penalty(GradientPenalty.r2(0.25).every(2))
        .labels(new Labels(0.9, 0.05, 0.1))
        .instanceNoise(0.2, 20)
        .rateSchedule(RateSchedule.cosine(12, 0.1).warmUp(3))
        .discriminatorUpdatesPerStep(2)
        .batchSize(16)
        .generatorBatchSize(8)
        .stepsPerEpoch(4)
        .epochs(2)
        .emaDecay(0.8)
        .seed(13);
  }

  private Path copy(String name) throws IOException {
    return Files.write(folder.resolve(name), bytes(name));
  }

  private static void assertPixels(Images images, String name) throws IOException {
    FloatBuffer golden =
        ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] expected = new float[golden.remaining()];
    golden.get(expected);
    assertThat(images.toArray()).containsExactly(expected, within(ROUNDING));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = OldFilesTest.class.getResourceAsStream("/format-2/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
