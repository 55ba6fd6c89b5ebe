package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which configurations are warned of, and which are not. */
class ConfigWarningsTest {

  @Test
  void nothingSpeaksAgainstTheDefaultsOrTheOtherLosses() {
    assertThat(warnings(Gan.builder())).isEmpty();
    for (AdversarialLoss loss : new AdversarialLoss[] {Losses.hinge(), Losses.leastSquares()}) {
      assertNoWarning(withoutDropout().loss(loss).penalty(GradientPenalty.wganGp()));
    }
  }

  @Test
  void minimaxSaturates() {
    assertWarning(
        Gan.builder().loss(Losses.minimax()),
        "loss is minimax:",
        "try .loss(Losses.nonSaturating())");
  }

  @Test
  void clippedWeightsWantAnOptimiserWithoutMomentum() {
    GanBuilder clipped =
        Gan.builder().loss(Losses.wasserstein()).clipWeights(0.01).discriminatorUpdatesPerStep(5);

    assertWarning(
        clipped,
        "clipWeights is 0.01 and",
        "beta1 in the discriminator is 0.5",
        "try .discriminator(d -> d.optimizer(OptimizerConfig.rmsProp(5e-5, 0.99))) or",
        ".discriminator(d -> d.adam(2e-4, 0, 0.999))");
    assertNoWarning(clipped.optimizer(OptimizerConfig.rmsProp(5e-5, 0.99)));
    assertNoWarning(clipped.adam(1e-4, 0, 0.9));
  }

  @Test
  void wassersteinWantsADiscriminatorThatIsCloseToItsBest() {
    GanBuilder single =
        withoutDropout().loss(Losses.wasserstein()).penalty(GradientPenalty.wganGp());

    assertWarning(
        single,
        "discriminatorUpdatesPerStep is 1:",
        "for which 5 updates a step are usual",
        "try .discriminatorUpdatesPerStep(5)");
    assertNoWarning(single.discriminator(net -> net.adam(4e-4, 0, 0.9)));
    assertNoWarning(single.adam(1e-4, 0, 0.9).discriminatorUpdatesPerStep(2));
  }

  @Test
  void penaltiesWantADiscriminatorWithoutDropout() {
    assertWarning(
        Gan.builder().penalty(GradientPenalty.r1(0.1)),
        "dropout in the discriminator is 0.3",
        "try .discriminator(d -> d.dropout(0))");
    assertNoWarning(withoutDropout().penalty(GradientPenalty.r1(0.1)));
  }

  @Test
  void relativisticPairingWantsBothPenaltiesAtZero() {
    GanBuilder pairing = withoutDropout().loss(Losses.relativisticPairing());

    assertWarning(
        pairing,
        "need not without",
        "penalty R1 is none and penalty R2 is none",
        "try .penalty(GradientPenalty.r1(0.1)).penalty(GradientPenalty.r2(0.1))");
    assertWarning(
        pairing.penalty(GradientPenalty.r1(0.1)),
        "need not without",
        "try .penalty(GradientPenalty.r2(0.1))");
    assertNoWarning(pairing.penalty(GradientPenalty.r2(0.1)));
  }

  @Test
  void manyFlippedLabelsTeachLittle() {
    assertWarning(
        Gan.builder().labels(new Labels(1, 0, 0.25)),
        "flipped labels is 0.25",
        "try .labels(new Labels(1, 0, 0.2))");
    assertNoWarning(Gan.builder().labels(new Labels(1, 0, 0.2)));
  }

  @Test
  void theGeneratorIsNotAheadOfTheDiscriminator() {
    assertWarning(
        Gan.builder().generatorUpdatesPerStep(2),
        "generatorUpdatesPerStep is 2 and discriminatorUpdatesPerStep is 1",
        "try .discriminatorUpdatesPerStep(2)");
    assertNoWarning(Gan.builder().generatorUpdatesPerStep(2).discriminatorUpdatesPerStep(2));
  }

  @Test
  void eachWarningStandsForItself() {
    assertThat(
            warnings(
                Gan.builder()
                    .loss(Losses.wasserstein())
                    .clipWeights(0.01)
                    .penalty(GradientPenalty.r1(1))
                    .generatorUpdatesPerStep(2)))
        .hasSize(4);
  }

  private static GanBuilder withoutDropout() {
    return Gan.builder().discriminator(net -> net.dropout(0));
  }

  private static void assertWarning(GanBuilder builder, String... parts) {
    assertThat(warnings(builder)).singleElement().asString().contains(parts);
  }

  private static void assertNoWarning(GanBuilder builder) {
    assertThat(warnings(builder)).isEmpty();
  }

  private static List<String> warnings(GanBuilder builder) {
    return GanConfigValidator.validate(builder.config()).warnings(ConfigWording.builder());
  }
}
