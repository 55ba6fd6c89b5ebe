package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.model.InversionResult;
import io.github.gan4j.tck.reference.ReferenceEngine;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images found again by a generator with batch normalisation and dropout, on both engines. */
class InversionTest {

  @ParameterizedTest
  @CsvSource({
    "cpu, NORMAL",
    "cpu, UNIFORM",
    "cpu, SPHERE",
    "reference, NORMAL",
  })
  void anImageThatTheGeneratorMadeIsFoundAgain(String name, LatentDistribution latent) {
    try (GanEngine engine = name.equals("cpu") ? new CpuEngine(2) : new ReferenceEngine();
        TrainedGan gan = train(engine, latent)) {
      Images images = gan.generate(6, 5);
      Inversion settings = Inversion.defaults();

      double start = worst(gan.invert(images, settings.steps(1).restarts(1)));
      double end = worst(gan.invert(images, settings));

      assertThat(start).isGreaterThan(0.01);
      assertThat(end).isLessThan(start / 1000);
    }
  }

  private static double worst(InversionResult found) {
    return Arrays.stream(found.errors()).max().orElseThrow();
  }

  private static TrainedGan train(GanEngine engine, LatentDistribution latent) {
    return Gan.builder()
        .engine(engine)
        .latentDim(4)
        .latent(latent)
        .generator(g -> g.hidden(24, 32).batchNorm(BatchNorm.of(0.1, 1e-5)).dropout(0.1))
        .discriminator(d -> d.hidden(16))
        .batchSize(8)
        .maxSteps(60)
        .train(new SmallRun.Patterns());
  }
}
