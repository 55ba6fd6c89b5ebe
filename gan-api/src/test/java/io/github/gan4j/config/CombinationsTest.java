package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import org.junit.jupiter.api.Test;

/** Which configurations are doubtful, and which are not. */
class CombinationsTest {

  @Test
  void nothingSpeaksAgainstTheDefaultsOrTheOtherLosses() {
    assertThat(Combinations.doubts(Gan.builder().config())).isEmpty();
    for (AdversarialLoss loss : new AdversarialLoss[] {Losses.hinge(), Losses.leastSquares()}) {
      assertNoDoubt(withoutDropout().loss(loss).penalty(GradientPenalty.wganGp()));
    }
  }

  @Test
  void minimaxSaturates() {
    assertDoubt(Gan.builder().loss(Losses.minimax()), "loss minimax", "take loss non-saturating");
  }

  @Test
  void clippedWeightsWantAnOptimiserWithoutMomentum() {
    GanBuilder clipped =
        Gan.builder().loss(Losses.wasserstein()).clipWeights(0.01).discriminatorSteps(5);

    assertDoubt(clipped, "as ADAM with beta1 0.5 has", "RMSPROP with a learning rate of 5e-5");
    assertNoDoubt(clipped.optimizer(OptimizerConfig.rmsProp(5e-5, 0.99)));
    assertNoDoubt(clipped.adam(1e-4, 0, 0.9));
  }

  @Test
  void wassersteinWantsADiscriminatorThatIsCloseToItsBest() {
    GanBuilder single =
        withoutDropout().loss(Losses.wasserstein()).penalty(GradientPenalty.wganGp());

    assertDoubt(single, "1 update a step is little: 5 are usual");
    assertNoDoubt(single.discriminator(net -> net.adam(4e-4, 0, 0.9)));
    assertNoDoubt(single.adam(1e-4, 0, 0.9).discriminatorSteps(2));
  }

  @Test
  void penaltiesWantADiscriminatorWithoutDropout() {
    assertDoubt(Gan.builder().penalty(GradientPenalty.r1(0.1)), "dropout, 0.3", "dropout 0 in the");
    assertNoDoubt(withoutDropout().penalty(GradientPenalty.r1(0.1)));
  }

  @Test
  void relativisticPairingWantsBothPenaltiesAtZero() {
    GanBuilder pairing = withoutDropout().loss(Losses.relativisticPairing());

    assertDoubt(pairing, "need not without", "add R1 and R2");
    assertDoubt(pairing.penalty(GradientPenalty.r1(0.1)), "need not without", "add R2");
    assertNoDoubt(pairing.penalty(GradientPenalty.r2(0.1)));
  }

  @Test
  void manyFlippedLabelsTeachLittle() {
    assertDoubt(Gan.builder().labels(new Labels(1, 0, 0.25)), "probability 0.25", "at most 0.2");
    assertNoDoubt(Gan.builder().labels(new Labels(1, 0, 0.2)));
  }

  @Test
  void theGeneratorIsNotAheadOfTheDiscriminator() {
    assertDoubt(Gan.builder().generatorSteps(2), "2 to 1 times", "as many updates of the");
    assertNoDoubt(Gan.builder().generatorSteps(2).discriminatorSteps(2));
  }

  @Test
  void eachDoubtIsToldForItself() {
    assertThat(
            Combinations.doubts(
                Gan.builder()
                    .loss(Losses.wasserstein())
                    .clipWeights(0.01)
                    .penalty(GradientPenalty.r1(1))
                    .generatorSteps(2)
                    .config()))
        .hasSize(4);
  }

  private static GanBuilder withoutDropout() {
    return Gan.builder().discriminator(net -> net.dropout(0));
  }

  private static void assertDoubt(GanBuilder builder, String... parts) {
    assertThat(Combinations.doubts(builder.config())).singleElement().asString().contains(parts);
  }

  private static void assertNoDoubt(GanBuilder builder) {
    assertThat(Combinations.doubts(builder.config())).isEmpty();
  }
}
