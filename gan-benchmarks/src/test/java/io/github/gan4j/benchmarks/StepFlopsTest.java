package io.github.gan4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import org.junit.jupiter.api.Test;

class StepFlopsTest {
  @Test
  void countsWhatAHandCounts() {
    // Generator 3-5-7: layers of 15 and 35 weights; discriminator 7-4-1: of 28 and 4.
    GanBuilder builder = small();

    int made = 2 * 10 * (15 + 35);
    int discriminatorForward = 2 * 20 * (28 + 4);
    int discriminatorWeights = discriminatorForward;
    int discriminatorHidden = 2 * 20 * 4;
    int throughDiscriminatorAndBack = 2 * 2 * 10 * (28 + 4);
    int generatorWeights = made;
    int generatorHidden = 2 * 10 * 35;
    assertThat(StepFlops.of(builder.config(), 7))
        .isEqualTo(
            made
                + discriminatorForward
                + discriminatorWeights
                + discriminatorHidden
                + throughDiscriminatorAndBack
                + generatorWeights
                + generatorHidden);
  }

  @Test
  void aGeneratorBatchOfItsOwnIsMadeInAddition() {
    double same = StepFlops.of(small().config(), 7);
    double own = StepFlops.of(small().generatorBatchSize(11).config(), 7);

    int made = 2 * 11 * (15 + 35);
    int oneRowMoreOfTheGeneratorsTurn = 2 * (2 * (28 + 4) + (15 + 35) + 35);
    assertThat(own - same).isEqualTo(made + oneRowMoreOfTheGeneratorsTurn);
  }

  @Test
  void aStepOfMnistBatchnormIsAboutOneGigaflop() {
    assertThat(StepFlops.of(Workload.MNIST_BATCHNORM.config(), Workload.PIXELS))
        .isCloseTo(1.0186e9, within(0.0001e9));
  }

  private static GanBuilder small() {
    return Gan.builder()
        .latentDim(3)
        .generator(g -> g.hidden(5))
        .discriminator(d -> d.hidden(4))
        .batchSize(10);
  }
}
