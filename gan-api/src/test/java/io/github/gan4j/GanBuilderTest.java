package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.Turns;
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
    assertThat(config.generator()).isEqualTo(GanDefaults.GENERATOR);
    assertThat(config.discriminator().batchNorm()).isEqualTo(BatchNorm.of(0.1, 1e-5));
  }

  @Test
  void withoutAWordItHoldsTheDefaults() {
    assertThat(Gan.builder().config())
        .isEqualTo(
            new GanConfig(
                GanDefaults.LATENT_DIM,
                GanDefaults.LATENT,
                GanDefaults.NORMALIZATION,
                GanDefaults.GENERATOR,
                GanDefaults.GENERATOR_OUTPUT,
                GanDefaults.DISCRIMINATOR,
                GanDefaults.OPTIMIZER,
                GanDefaults.OPTIMIZER,
                GanDefaults.LOSS.name(),
                null,
                1,
                false,
                Regularization.NONE,
                Turns.ONE_EACH,
                RateSchedule.CONSTANT,
                GanDefaults.BATCH_SIZE,
                GanDefaults.BATCH_SIZE,
                GanDefaults.EPOCHS,
                null,
                GanDefaults.AVERAGING,
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
            .minibatchDeviation()
            .clipWeights(0.01)
            .labels(new Labels(1, 0, 0.1))
            .instanceNoise(0.5, 20)
            .discriminatorSteps(3)
            .generatorSteps(2)
            .rateSchedule(RateSchedule.cosine(100, 0.1).warmUp(5))
            .batchSize(9)
            .generatorBatchSize(10)
            .epochs(11)
            .stepsPerEpoch(12)
            .averaging(0.5)
            .seed(-13)
            .config();

    assertThat(config)
        .isEqualTo(
            new GanConfig(
                7,
                LatentDistribution.UNIFORM,
                new Normalization(0, 1),
                new NetworkConfig(
                    List.of(5, 6),
                    Activation.relu(),
                    BatchNorm.of(0.2, 0.3),
                    0.4,
                    WeightInit.NORMAL_0_02),
                Activation.sigmoid(),
                new NetworkConfig(
                    List.of(8),
                    Activation.tanh(),
                    new BatchNorm(0.5, 0.6, false),
                    0.7,
                    WeightInit.HE_NORMAL),
                OptimizerConfig.adam(0.01, 0.1, 0.2),
                OptimizerConfig.adam(0.02, 0.3, 0.4),
                "hinge",
                Conditioning.projection(10),
                1,
                true,
                new Regularization(
                    List.of(), 0.01, new Labels(1, 0, 0.1), new InstanceNoise(0.5, 20)),
                new Turns(3, 2),
                new RateSchedule(RateSchedule.Kind.COSINE, 5, 100, 0.1),
                9,
                10,
                11,
                12,
                0.5,
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
            .discriminatorSteps(3)
            .generatorSteps(2)
            .rateSchedule(RateSchedule.linear(100, 0.1).warmUp(5))
            .generatorBatchSize(17)
            .stepsPerEpoch(2)
            .averaging(0)
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
                .regularization()
                .penalties())
        .containsExactly(GradientPenalty.r2(2), GradientPenalty.r1(3));
  }

  @Test
  void mlpMirrorsTheGeneratorInTheDiscriminator() {
    GanConfig config = Gan.builder().mlp(2, 3, 4).config();
    assertThat(config.generator().hidden()).containsExactly(2, 3, 4);
    assertThat(config.discriminator().hidden()).containsExactly(4, 3, 2);
  }

  @Test
  void mlpLeavesADiscriminatorsOwnWidthsInEitherOrder() {
    assertThat(Gan.builder().mlp(2, 3).discriminator(d -> d.hidden(9)).config())
        .isEqualTo(Gan.builder().discriminator(d -> d.hidden(9)).mlp(2, 3).config())
        .extracting(config -> config.discriminator().hidden())
        .isEqualTo(List.of(9));
  }

  @Test
  void laterChangesOfTheWidthsArrayDoNothing() {
    int[] widths = {2, 3};
    GanBuilder builder = Gan.builder().mlp(widths);
    widths[0] = 99;
    assertThat(builder.config().generator().hidden()).containsExactly(2, 3);
    assertThat(builder.config().discriminator().hidden()).containsExactly(3, 2);
  }

  @Test
  void theBuildersOptimizerIsForBothPlayers() {
    OptimizerConfig sgd = OptimizerConfig.sgd(0.1, 0.9);
    GanConfig config = Gan.builder().optimizer(sgd).config();
    assertThat(config.generatorOptimizer()).isEqualTo(sgd);
    assertThat(config.discriminatorOptimizer()).isEqualTo(sgd);
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
    assertThat(config.generatorOptimizer()).isEqualTo(rmsProp.withMaxGradientNorm(2.0));
    assertThat(config.discriminatorOptimizer())
        .isEqualTo(OptimizerConfig.adam(0.1, 0, 0).withMaxGradientNorm(3.0));
    GanConfig other =
        Gan.builder(config)
            .generator(g -> g.clipGradientNorm(Double.POSITIVE_INFINITY))
            .discriminator(d -> d.optimizer(rmsProp.withMaxGradientNorm(4.0)))
            .config();
    assertThat(other.generatorOptimizer()).isEqualTo(rmsProp);
    assertThat(other.discriminatorOptimizer()).isEqualTo(rmsProp.withMaxGradientNorm(4.0));
  }

  @Test
  void adamOfTheBuilderIsForBothPlayers() {
    GanConfig config = Gan.builder().adam(0.5, 0.1, 0.2).config();
    assertThat(config.generatorOptimizer()).isEqualTo(OptimizerConfig.adam(0.5, 0.1, 0.2));
    assertThat(config.discriminatorOptimizer()).isEqualTo(OptimizerConfig.adam(0.5, 0.1, 0.2));
  }

  @Test
  void theGeneratorsBatchFollowsTheBatchSizeUnlessGiven() {
    assertThat(Gan.builder().batchSize(8).config().generatorBatchSize()).isEqualTo(8);
    assertThat(Gan.builder().generatorBatchSize(5).batchSize(8).config().generatorBatchSize())
        .isEqualTo(5);
  }

  @Test
  void noBatchNormTakesTheNormalisationAway() {
    assertThat(Gan.builder().generator(g -> g.noBatchNorm()).config().generator().batchNorm())
        .isNull();
  }
}
