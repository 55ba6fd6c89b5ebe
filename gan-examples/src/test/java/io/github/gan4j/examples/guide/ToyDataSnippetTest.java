package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.GaussianMixture;
import io.github.gan4j.metrics.modes.ModeCoverage;
import org.junit.jupiter.api.Test;

/** Code of the guide over toy data, with runs made short. */
class ToyDataSnippetTest {

  /** Stands in for the real one: 20 epochs of two steps. */
  private static final class Gan {
    static GanBuilder builder() {
      return io.github.gan4j.Gan.builder().stepsPerEpoch(2);
    }
  }

  @Test
  void modesOfAGrid() {
    // region modes
    GaussianMixture grid = GaussianMixture.gridOf25();
    TrainedGan gan =
        Gan.builder().latentDim(2).mlp(256, 256).maxSteps(15_000).train(grid.sample(100_000, 1));
    ModeCoverage coverage = ModeCoverage.of(gan.generate(2_500), grid.centres(), grid.sigma());
    int modes = coverage.modes(); // of 25, those with a sample of high quality
    double share = coverage.highQualityShare(); // of all samples
    // endregion

    assertThat(gan.history().epochs()).hasSize(20);
    assertThat(gan.shape().size()).as("points of the plane").isEqualTo(2);
    assertThat(modes).isLessThan(25);
    assertThat(share).isBetween(0.0, 0.9);
  }
}
