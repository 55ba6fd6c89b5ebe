package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import org.junit.jupiter.api.Test;

class AdviceTest {

  @Test
  void whatTheRunHasAlreadyIsNotAdvised() {
    assertThat(Advice.againstCollapse(Gan.builder().batchSize(256).config()))
        .noneMatch(line -> line.contains("batchNorm"))
        .noneMatch(line -> line.contains("batchSize"));
    assertThat(
            Advice.againstCollapse(
                Gan.builder().generator(g -> g.noBatchNorm()).batchSize(100).config()))
        .anyMatch(line -> line.startsWith("generator.batchNorm, which the run has not"))
        .contains("batchSize 200 instead of 100: more of the data in each step");
  }

  @Test
  void playerThatLagsIsToCatchUpFirst() {
    assertThat(
            Advice.againstDiscriminator(
                Gan.builder().generator(g -> g.adam(1e-6, 0.5, 0.999)).config()))
        .first()
        .isEqualTo(
            "generator.optimizer learningRate 2e-4 instead of 1e-6: as fast as the other player");
    assertThat(
            Advice.againstGenerator(
                Gan.builder().discriminator(d -> d.adam(1e-6, 0.5, 0.999)).config()))
        .first()
        .isEqualTo(
            "discriminator.optimizer learningRate 2e-4 instead of 1e-6: as fast as the other"
                + " player");
  }

  @Test
  void generatorThatLeapsIsToSlowDownFirst() {
    assertThat(
            Advice.againstCollapse(Gan.builder().generator(g -> g.adam(5e-3, 0.5, 0.999)).config()))
        .first()
        .isEqualTo(
            "generator.optimizer learningRate 2e-4 instead of 5e-3: no faster than the other"
                + " player");
  }

  @Test
  void discriminatorThatWinsIsToBecomeWeaker() {
    assertThat(
            Advice.againstDiscriminator(
                Gan.builder().discriminator(d -> d.hidden(512, 256).dropout(0)).config()))
        .startsWith(
            "discriminator.dropout 0.3 instead of 0: it learns less by heart",
            "discriminator.hidden 256, 128 instead of 512, 256: a smaller discriminator");
  }

  @Test
  void oscillationAndDivergenceAskForSlowerAndCalmerSteps() {
    assertThat(
            Advice.againstOscillation(Gan.builder().adam(2e-3, 0.9, 0.999).averaging(0).config()))
        .containsExactly(
            "generator.optimizer learningRate 2e-4 instead of 2e-3: slower steps",
            "discriminator.optimizer learningRate 2e-4 instead of 2e-3: slower steps",
            "optimizer beta1 0.5 instead of 0.9: less momentum",
            "averaging 0.999 instead of 0: evens out the turns in what is generated");
    assertThat(Advice.againstDivergence(Gan.builder().config()))
        .startsWith("generator.optimizer learningRate 2e-5 instead of 2e-4: slower steps");
  }

  @Test
  void discriminatorWithoutHiddenLayersHasNoWidthsToChange() {
    assertThat(Advice.againstGenerator(Gan.builder().discriminator(d -> d.hidden()).config()))
        .noneMatch(line -> line.contains("hidden"));
  }
}
