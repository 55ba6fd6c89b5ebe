package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.Conditioning.Kind;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop over the double-precision engine computes what the algorithm by hand does. */
class HandWrittenGanTest {
  private static final int STEPS = 100;
  private static final int CLASSES = 3;

  /**
   * With a small epsilon, Adam makes a whole step of a gradient that is 0 but for rounding, as that
   * of a bias behind which real and generated images are weighed against one another.
   */
  private static final OptimizerConfig ADAM =
      OptimizerConfig.adam(0.01, 0.5, 0.99).withEpsilon(1e-3);

  static Stream<Arguments> runs() {
    return Stream.of(
        arguments("non-saturating", builder().loss(Losses.nonSaturating())),
        arguments(
            "a normalising generator and its average",
            builder().generator(g -> g.batchNorm(BatchNorm.of(0.1, 1e-5))).emaDecay(0.9)),
        arguments("R1, every 4th time", builder().penalty(GradientPenalty.r1(2).every(4))),
        arguments(
            "relativistic pairing with R1 and R2",
            builder()
                .loss(Losses.relativisticPairing())
                .penalty(GradientPenalty.r1(0.5))
                .penalty(GradientPenalty.r2(0.25))),
        arguments(
            "WGAN-GP",
            builder()
                .loss(Losses.wasserstein())
                .penalty(GradientPenalty.wganGp())
                .discriminatorUpdatesPerStep(3)),
        arguments("pairs judged together", builder().packing(2)),
        arguments("a projection", builder().conditional(Conditioning.projection(CLASSES))),
        arguments(
            "a projection with R1",
            builder().conditional(Conditioning.projection(CLASSES)).penalty(GradientPenalty.r1(2))),
        arguments(
            "an auxiliary classifier",
            builder().conditional(Conditioning.auxiliaryClassifier(CLASSES))),
        arguments(
            "an auxiliary classifier of another weight, and two updates of the discriminator",
            builder()
                .conditional(new Conditioning(Conditioning.Kind.AUXILIARY_CLASSIFIER, CLASSES, 0.3))
                .discriminatorUpdatesPerStep(2)),
        arguments(
            "classes beside images", builder().conditional(Conditioning.concatenation(CLASSES))),
        arguments(
            "classes beside images with WGAN-GP",
            builder()
                .conditional(Conditioning.concatenation(CLASSES))
                .loss(Losses.wasserstein())
                .penalty(GradientPenalty.wganGp())),
        arguments(
            "rates that rise and fall",
            builder().rateSchedule(RateSchedule.cosine(80, 0.1).warmUp(10))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void aHundredStepsGiveTheSame(String name, GanBuilder builder) {
    GanConfig config = builder.config();
    Conditioning conditioning = config.objective().conditioning();
    int classes = conditioning == null ? 0 : CLASSES;
    boolean beside = conditioning != null && conditioning.kind() == Kind.CONCATENATION;
    Dataset data = new RandomImages(30, classes);
    try (ReferenceEngine engine = new ReferenceEngine();
        TrainingLoop loop =
            new TrainingLoop(
                config, data, Losses.byName(config.objective().loss()).orElseThrow(), engine)) {
      HandWrittenNetwork generator =
          new HandWrittenNetwork(
              loop.generator().parameters().toArray(),
              config.generator().network().batchNorm() != null,
              true,
              ADAM,
              config.generator().emaDecay(),
              3 + classes,
              6,
              5,
              4);
      HandWrittenNetwork discriminator =
          new HandWrittenNetwork(
              loop.discriminator().parameters().toArray(),
              false,
              false,
              ADAM,
              0,
              4 * config.discriminator().packing() + (beside ? classes : 0),
              7,
              5,
              conditioning == null || beside ? 1 : 1 + classes);
      HandWrittenGan byHand = new HandWrittenGan(config, data, generator, discriminator);
      for (int step = 1; step <= STEPS; step++) {
        loop.step(step, 1);
        byHand.step(step);
      }

      ReferenceTrainableNetwork player = (ReferenceTrainableNetwork) loop.generator();
      assertSame("generator", player.parameters().toDoubles(), generator.values());
      assertSame("average", player.averagedParameters().toDoubles(), generator.average());
      player = (ReferenceTrainableNetwork) loop.discriminator();
      assertSame("discriminator", player.parameters().toDoubles(), discriminator.values());
    }
  }

  private static void assertSame(String name, double[] values, double[] byHand) {
    assertThat(values).as(name).containsExactly(byHand, within(1e-12));
  }

  private static GanBuilder builder() {
    return Gan.builder()
        .latentDim(3)
        .generator(g -> g.hidden(6, 5).noBatchNorm())
        .discriminator(d -> d.hidden(7, 5).dropout(0))
        .optimizer(ADAM)
        .emaDecay(0)
        .batchSize(8)
        .seed(3);
  }
}
