package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.OptimizerConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {

  @Test
  void whatTheRunHasAlreadyIsNotAdvised() {
    assertThat(collapse(Gan.builder().batchSize(256)))
        .noneMatch(line -> line.contains("batchNorm"))
        .noneMatch(line -> line.contains("batchSize"));
    assertThat(collapse(Gan.builder().generator(g -> g.noBatchNorm()).batchSize(100)))
        .contains(".generator(g -> g.batchNorm()) instead of false: it keeps images apart")
        .contains(".batchSize(200) instead of 100: more of the data in each step");
  }

  @Test
  void whatTheRunCannotHaveIsNotAdvised() {
    assertThat(collapse(Gan.builder().generator(g -> g.noBatchNorm().spectralNorm())))
        .noneMatch(line -> line.contains("batchNorm"));
    assertThat(collapse(Gan.builder().batchSize(150).packing(3)))
        .contains(".batchSize(255) instead of 150: more of the data in each step");
    assertThat(
            lines(
                Advisor.againstDiscriminator(
                    Gan.builder()
                        .penalty(GradientPenalty.r1(1))
                        .discriminator(d -> d.dropout(0))
                        .config())))
        .noneMatch(line -> line.contains("dropout"));
  }

  @Test
  void playerThatLagsIsToCatchUpFirst() {
    assertThat(
            lines(
                Advisor.againstDiscriminator(
                    Gan.builder().generator(g -> g.adam(1e-6, 0.5, 0.999)).config())))
        .first()
        .isEqualTo(
            ".generator(g -> g.adam(2e-4, 0.5, 0.999)) instead of 1e-6: as fast as the other"
                + " player");
    assertThat(
            lines(
                Advisor.againstGenerator(
                    Gan.builder().discriminator(d -> d.adam(1e-6, 0.5, 0.999)).config())))
        .first()
        .isEqualTo(
            ".discriminator(d -> d.adam(2e-4, 0.5, 0.999)) instead of 1e-6: as fast as the other"
                + " player");
  }

  @Test
  void generatorThatLeapsIsToSlowDownOnce() {
    assertThat(collapse(Gan.builder().generator(g -> g.adam(5e-3, 0.5, 0.999))))
        .startsWith(
            ".generator(g -> g.adam(2e-4, 0.5, 0.999)) instead of 5e-3: no faster than the other"
                + " player")
        .filteredOn(line -> line.contains("adam"))
        .hasSize(1);
  }

  @Test
  void discriminatorThatWinsIsToBecomeWeaker() {
    assertThat(
            lines(
                Advisor.againstDiscriminator(
                    Gan.builder().discriminator(d -> d.hidden(512, 256).dropout(0)).config())))
        .startsWith(
            ".discriminator(d -> d.dropout(0.3)) instead of 0: it learns less by heart",
            ".discriminator(d -> d.hidden(256, 128)) instead of 512, 256: a smaller"
                + " discriminator");
  }

  @Test
  void oscillationAndDivergenceAskForSlowerAndCalmerSteps() {
    assertThat(
            lines(
                Advisor.againstOscillation(
                    Gan.builder().adam(2e-3, 0.9, 0.999).emaDecay(0).config())))
        .containsExactly(
            ".adam(2e-4, 0.9, 0.999) instead of 2e-3: slower steps",
            ".adam(2e-3, 0.5, 0.999) instead of 0.9: less momentum",
            ".emaDecay(0.999) instead of 0: evens out the turns in what is generated",
            ".batchSize(128) instead of 64: more of the data in each step");
    assertThat(lines(Advisor.againstDivergence(Gan.builder().config())))
        .as("nothing of the data, which are checked before the first step")
        .containsExactly(".adam(2e-5, 0.5, 0.999) instead of 2e-4: slower steps");
  }

  @Test
  void playersWithOptimisersOfTheirOwnAreAdvisedOneByOne() {
    GanBuilder builder =
        Gan.builder()
            .generator(g -> g.optimizer(OptimizerConfig.adamW(1e-3, 0.9, 0.99, 0.01)))
            .discriminator(d -> d.optimizer(OptimizerConfig.rmsProp(1e-3, 0.99).withEpsilon(1e-6)));

    assertThat(lines(Advisor.againstDivergence(builder.config())))
        .containsExactly(
            ".generator(g -> g.optimizer(OptimizerConfig.adamW(1e-4, 0.9, 0.99, 0.01))) instead of"
                + " 1e-3: slower steps",
            ".discriminator(d -> d.optimizer(OptimizerConfig.rmsProp(1e-4,"
                + " 0.99).withEpsilon(1e-6))) instead of 1e-3: slower steps",
            ".generator(g -> g.optimizer(OptimizerConfig.adamW(1e-3, 0.5, 0.99, 0.01))) instead of"
                + " 0.9: less momentum");
    assertThat(
            lines(
                Advisor.againstDivergence(
                    Gan.builder().optimizer(OptimizerConfig.sgd(0.1, 0.9)).config())))
        .startsWith(".optimizer(OptimizerConfig.sgd(0.01, 0.9)) instead of 0.1: slower steps");
  }

  @Test
  void discriminatorWithoutHiddenLayersHasNoWidthsToChange() {
    assertThat(
            lines(Advisor.againstGenerator(Gan.builder().discriminator(d -> d.hidden()).config())))
        .noneMatch(line -> line.contains("hidden"));
  }

  private static List<String> collapse(GanBuilder builder) {
    return lines(Advisor.againstCollapse(builder.config()));
  }

  private static List<String> lines(List<Advice> advice) {
    return advice.stream().map(Advice::toString).toList();
  }
}
