package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.DiscriminatorConfig;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.GeneratorConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.Objective;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.TrainingSchedule;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.loss.Losses;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanBuilderTest {

  @Test
  void batchNormAloneIsThatOfTheDefaults() {
    GanConfig config =
        Gan.builder()
            .generator(g -> g.noBatchNorm().batchNorm())
            .discriminator(NetworkBuilder::batchNorm)
            .config();
    assertThat(config.generator().network()).isEqualTo(GanDefaults.GENERATOR);
    assertThat(config.discriminator().network().batchNorm()).isEqualTo(BatchNorm.of(0.1, 1e-5));
  }

  @Test
  void withoutAWordItHoldsTheDefaults() {
    assertThat(Gan.builder().config())
        .isEqualTo(
            new GanConfig(
                new LatentConfig(GanDefaults.LATENT_DIM, GanDefaults.LATENT),
                GanDefaults.NORMALIZATION,
                new GeneratorConfig(
                    GanDefaults.GENERATOR,
                    GanDefaults.GENERATOR_OUTPUT,
                    GanDefaults.OPTIMIZER,
                    1,
                    GanDefaults.AVERAGING),
                new DiscriminatorConfig(
                    GanDefaults.DISCRIMINATOR, GanDefaults.OPTIMIZER, 1, 1, false),
                new Objective(GanDefaults.LOSS.name(), null, Regularization.NONE),
                new TrainingSchedule(
                    GanDefaults.BATCH_SIZE,
                    GanDefaults.BATCH_SIZE,
                    GanDefaults.EPOCHS,
                    null,
                    RateSchedule.CONSTANT),
                GanDefaults.SEED));
  }

  @Test
  void everySetterReachesTheConfiguration() {
    GanConfig config =
        Gan.builder()
            .latentDim(7)
            .latent(LatentDistribution.UNIFORM)
            .normalization(0, 1)
            .generator(
                g ->
                    g.hidden(5, 6)
                        .activation(Activation.relu())
                        .batchNorm(BatchNorm.of(0.2, 0.3))
                        .dropout(0.4)
                        .weightInit(WeightInit.NORMAL_0_02)
                        .adam(0.01, 0.1, 0.2))
            .generatorOutput(Activation.sigmoid())
            .discriminator(
                d ->
                    d.hidden(8)
                        .activation(Activation.tanh())
                        .batchNorm(BatchNorm.of(0.5, 0.6).exceptFirst())
                        .dropout(0.7)
                        .weightInit(WeightInit.HE_NORMAL)
                        .adam(0.02, 0.3, 0.4))
            .loss(Losses.hinge())
            .conditional(10)
            .minibatchStdDev()
            .clipWeights(0.01)
            .labels(new Labels(1, 0, 0.1))
            .instanceNoise(0.5, 20)
            .discriminatorUpdatesPerStep(3)
            .generatorUpdatesPerStep(2)
            .rateSchedule(RateSchedule.cosine(100, 0.1).warmUp(5))
            .batchSize(9)
            .generatorBatchSize(10)
            .epochs(11)
            .stepsPerEpoch(12)
            .emaDecay(0.5)
            .seed(-13)
            .config();

    assertThat(config)
        .isEqualTo(
            new GanConfig(
                new LatentConfig(7, LatentDistribution.UNIFORM),
                new Normalization(0, 1),
                new GeneratorConfig(
                    new NetworkConfig(
                        List.of(5, 6),
                        Activation.relu(),
                        BatchNorm.of(0.2, 0.3),
                        0.4,
                        WeightInit.NORMAL_0_02),
                    Activation.sigmoid(),
                    OptimizerConfig.adam(0.01, 0.1, 0.2),
                    2,
                    0.5),
                new DiscriminatorConfig(
                    new NetworkConfig(
                        List.of(8),
                        Activation.tanh(),
                        new BatchNorm(0.5, 0.6, false),
                        0.7,
                        WeightInit.HE_NORMAL),
                    OptimizerConfig.adam(0.02, 0.3, 0.4),
                    3,
                    1,
                    true),
                new Objective(
                    "hinge",
                    Conditioning.projection(10),
                    new Regularization(
                        List.of(), 0.01, new Labels(1, 0, 0.1), new InstanceNoise(0.5, 20))),
                new TrainingSchedule(
                    9, 10, 11, 12, new RateSchedule(RateSchedule.Kind.COSINE, 5, 100, 0.1)),
                -13));
  }

  @Test
  void aBuilderOfAConfigurationGivesItBack() {
    GanConfig config =
        Gan.builder()
            .latentDim(3)
            .mlp(4, 5)
            .discriminator(d -> d.hidden(6).adam(0.1, 0.2, 0.3))
            .loss(Losses.leastSquares())
            .normalization(0.25, 0.75)
            .penalty(GradientPenalty.dragan().every(3))
            .clipWeights(0.5)
            .labels(new Labels(0.9, 0.1, 0.2))
            .instanceNoise(0.5, 20)
            .discriminatorUpdatesPerStep(3)
            .generatorUpdatesPerStep(2)
            .rateSchedule(RateSchedule.linear(100, 0.1).warmUp(5))
            .generatorBatchSize(17)
            .stepsPerEpoch(2)
            .emaDecay(0)
            .seed(5)
            .config();

    assertThat(Gan.builder(config).config()).isEqualTo(config);
  }

  @Test
  void aPenaltyTakesThePlaceOfAnotherOfItsKind() {
    assertThat(
            Gan.builder()
                .penalty(GradientPenalty.r1(1))
                .penalty(GradientPenalty.r2(2))
                .penalty(GradientPenalty.r1(3))
                .clipWeights(1)
                .config()
                .objective()
                .regularization()
                .penalties())
        .containsExactly(GradientPenalty.r2(2), GradientPenalty.r1(3));
  }

  @Test
  void mlpMirrorsTheGeneratorInTheDiscriminator() {
    GanConfig config = Gan.builder().mlp(2, 3, 4).config();
    assertThat(config.generator().network().hidden()).containsExactly(2, 3, 4);
    assertThat(config.discriminator().network().hidden()).containsExactly(4, 3, 2);
  }

  @Test
  void mlpLeavesADiscriminatorsOwnWidthsInEitherOrder() {
    assertThat(Gan.builder().mlp(2, 3).discriminator(d -> d.hidden(9)).config())
        .isEqualTo(Gan.builder().discriminator(d -> d.hidden(9)).mlp(2, 3).config())
        .extracting(config -> config.discriminator().network().hidden())
        .isEqualTo(List.of(9));
  }

  @Test
  void laterChangesOfTheWidthsArrayDoNothing() {
    int[] widths = {2, 3};
    GanBuilder builder = Gan.builder().mlp(widths);
    widths[0] = 99;
    assertThat(builder.config().generator().network().hidden()).containsExactly(2, 3);
    assertThat(builder.config().discriminator().network().hidden()).containsExactly(3, 2);
  }

  @Test
  void theBuildersOptimizerIsForBothPlayers() {
    OptimizerConfig sgd = OptimizerConfig.sgd(0.1, 0.9);
    GanConfig config = Gan.builder().optimizer(sgd).config();
    assertThat(config.generator().optimizer()).isEqualTo(sgd);
    assertThat(config.discriminator().optimizer()).isEqualTo(sgd);
  }

  @Test
  void aLimitToTheGradientsNormStaysWhateverTheOptimizer() {
    OptimizerConfig rmsProp = OptimizerConfig.rmsProp(5e-5, 0.99);
    GanConfig config =
        Gan.builder()
            .clipGradientNorm(2)
            .optimizer(rmsProp)
            .discriminator(d -> d.adam(0.1, 0, 0).clipGradientNorm(3))
            .config();
    assertThat(config.generator().optimizer()).isEqualTo(rmsProp.withMaxGradientNorm(2.0));
    assertThat(config.discriminator().optimizer())
        .isEqualTo(OptimizerConfig.adam(0.1, 0, 0).withMaxGradientNorm(3.0));
    GanConfig other =
        Gan.builder(config)
            .generator(g -> g.clipGradientNorm(Double.POSITIVE_INFINITY))
            .discriminator(d -> d.optimizer(rmsProp.withMaxGradientNorm(4.0)))
            .config();
    assertThat(other.generator().optimizer()).isEqualTo(rmsProp);
    assertThat(other.discriminator().optimizer()).isEqualTo(rmsProp.withMaxGradientNorm(4.0));
  }

  @Test
  void adamOfTheBuilderIsForBothPlayers() {
    GanConfig config = Gan.builder().adam(0.5, 0.1, 0.2).config();
    assertThat(config.generator().optimizer()).isEqualTo(OptimizerConfig.adam(0.5, 0.1, 0.2));
    assertThat(config.discriminator().optimizer()).isEqualTo(OptimizerConfig.adam(0.5, 0.1, 0.2));
  }

  @Test
  void theGeneratorsBatchFollowsTheBatchSizeUnlessGiven() {
    assertThat(Gan.builder().batchSize(8).config().schedule().generatorBatchSize()).isEqualTo(8);
    assertThat(
            Gan.builder()
                .generatorBatchSize(5)
                .batchSize(8)
                .config()
                .schedule()
                .generatorBatchSize())
        .isEqualTo(5);
  }

  @Test
  void noBatchNormTakesTheNormalisationAway() {
    assertThat(
            Gan.builder()
                .generator(g -> g.noBatchNorm())
                .config()
                .generator()
                .network()
                .batchNorm())
        .isNull();
  }
}
