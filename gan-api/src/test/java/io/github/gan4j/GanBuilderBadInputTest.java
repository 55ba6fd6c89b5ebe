package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GanBuilderBadInputTest {

  static Stream<Arguments> badSettings() {
    return Stream.of(
        bad("latentDim must be at least 1, was 0", b -> b.latentDim(0)),
        bad("latentDim must be at least 1, was -5", b -> b.latentDim(-5)),
        bad("mlp must have at least one hidden width, had none", b -> b.mlp()),
        bad("hidden width must be at least 1, was 0", b -> b.mlp(16, 0)),
        bad("batchSize must be at least 1, was 0", b -> b.batchSize(0)),
        bad("generatorBatchSize must be at least 1, was 0", b -> b.generatorBatchSize(0)),
        bad("epochs must be at least 1, was 0", b -> b.epochs(0)),
        bad("stepsPerEpoch must be at least 1, was 0", b -> b.stepsPerEpoch(0)),
        bad("maxSteps must be at least 1, was 0", b -> b.maxSteps(0)),
        bad("emaDecay must be in [0.0, 1.0), was 1.0", b -> b.emaDecay(1)),
        bad("emaDecay must be in [0.0, 1.0), was -0.1", b -> b.emaDecay(-0.1)),
        bad("emaDecay must be in [0.0, 1.0), was NaN", b -> b.emaDecay(Double.NaN)),
        bad(
            "normalization mean must be in [0, 1], for pixels from 0 to 1, was 33.3",
            b -> b.normalization(33.3, 78.6)),
        bad(
            "normalization std must be in (0, 1], for pixels from 0 to 1, was 0.0",
            b -> b.normalization(0.5, 0)),
        bad("adam learningRate must be positive and finite, was 0.0", b -> b.adam(0, 0.5, 0.9)),
        bad("adam beta2 must be in [0.0, 1.0), was 1.0", b -> b.adam(0.1, 0.5, 1)),
        bad("hidden width must be at least 1, was -1", b -> b.discriminator(d -> d.hidden(4, -1))),
        bad("dropout must be in [0.0, 1.0), was 1.0", b -> b.generator(g -> g.dropout(1))),
        bad(
            "adam beta1 must be in [0.0, 1.0), was 2.0",
            b -> b.discriminator(d -> d.adam(0.1, 2, 0.9))),
        bad("activation must be given, was null", b -> b.generator(g -> g.activation(null))),
        bad("weightInit must be given, was null", b -> b.generator(g -> g.weightInit(null))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badSettings")
  void aBadSettingIsRefusedAtOnceAndChangesNothing(String message, Consumer<GanBuilder> setting) {
    GanBuilder builder = Gan.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(builder))
        .withMessage(message);
    assertThat(builder.config()).isEqualTo(Gan.builder().config());
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        bad(
            "batchSize must be at least 2 while batchNorm in the generator is true, was "
                + "1: a batch of one image has no variance; try .generator(g -> "
                + "g.noBatchNorm())",
            b -> b.batchSize(1).generatorBatchSize(2)),
        bad(
            "generatorBatchSize must be at least 2 while batchNorm in the generator is "
                + "true, was 1: a batch of one image has no variance; try .generator(g -> "
                + "g.noBatchNorm())",
            b -> b.generatorBatchSize(1)),
        bad(
            "batchSize must be at least 2 while batchNorm in the discriminator is true, "
                + "was 1: a batch of one image has no variance; try .discriminator(d -> "
                + "d.noBatchNorm())",
            b -> discriminatorNormAlone(b).batchSize(1).generatorBatchSize(2)),
        bad(
            "generatorBatchSize must be at least 2 while batchNorm in the discriminator "
                + "is true, was 1: a batch of one image has no variance; try .discriminator(d "
                + "-> d.noBatchNorm())",
            b -> discriminatorNormAlone(b).generatorBatchSize(1)),
        bad(
            "spectralNorm in the generator must be false while batchNorm in the "
                + "generator is true, was true: batch normalisation multiplies by scales of "
                + "its own; try .generator(g -> g.noBatchNorm())",
            b -> b.generator(g -> g.spectralNorm())),
        bad(
            "spectralNorm in the discriminator must be false while batchNorm in the "
                + "discriminator is true, was true: batch normalisation multiplies by scales "
                + "of its own; try .discriminator(d -> d.noBatchNorm())",
            b -> discriminatorNormAlone(b).discriminator(d -> d.spectralNorm())),
        bad(
            "generatorOutput must reach [-0.4242, 2.821], all pixels, while "
                + "normalization mean is 0.1307 and normalization std is 0.3081, was TANH: it "
                + "reaches [-1.0, 1.0]; try .generatorOutput(Activation.linear()) or "
                + ".normalization(0.5, 0.5)",
            b -> b.normalization(0.1307, 0.3081)),
        bad(
            "generatorOutput must reach [-1.000, 1.000], all pixels, while normalization "
                + "mean is 0.5 and normalization std is 0.5, was SIGMOID: it reaches [0.0, "
                + "1.0]; try .generatorOutput(Activation.linear()) or .normalization(0, 1)",
            b -> b.generatorOutput(Activation.sigmoid())),
        bad(
            "generatorOutput must reach [-1.000, 1.000], all pixels, while normalization "
                + "mean is 0.5 and normalization std is 0.5, was RELU: it reaches [0.0, "
                + "Infinity]; try .generatorOutput(Activation.linear())",
            b -> b.generatorOutput(Activation.relu())),
        bad(
            "loss must have a bound on the discriminator's slope beside it, was "
                + "wasserstein: it has no minimum without; try "
                + ".penalty(GradientPenalty.wganGp(10)) or .discriminator(d -> "
                + "d.spectralNorm(true)) or .clipWeights(0.01)",
            b -> b.loss(Losses.wasserstein())),
        bad(
            "generatorBatchSize must be 64 while loss is relativistic-pairing and "
                + "batchSize is 64, was 32: each generated image is compared with a real one; "
                + "try .generatorBatchSize(64)",
            b -> b.loss(Losses.relativisticPairing()).generatorBatchSize(32)),
        bad(
            "real label must be 1 while loss is hinge, was 0.9: that loss has no labels "
                + "to smooth; try .labels(new Labels(1, 0, 0))",
            b -> b.loss(Losses.hinge()).labels(new Labels(0.9, 0, 0))),
        bad(
            "fake label must be 0 while loss is relativistic-pairing, was 0.1: that loss "
                + "has no labels to smooth; try .labels(new Labels(1, 0, 0))",
            b -> b.labels(new Labels(1, 0.1, 0)).loss(Losses.relativisticPairing())),
        bad(
            "penalty R1 must be none while batchNorm in the discriminator is true, was "
                + "1: an image's gradient would depend on the whole batch; try "
                + ".discriminator(d -> d.noBatchNorm())",
            b -> discriminatorNormAlone(b).penalty(GradientPenalty.r1(1))),
        bad(
            "rateSchedule steps must be above 5 while rateSchedule warmUp is 5, was 5: "
                + "learning rates rise before they fall",
            b -> b.rateSchedule(RateSchedule.linear(5, 0.5).warmUp(5))),
        bad(
            "dropout in the generator must be at most 1 - 2^-24, was 0.99999999: nothing "
                + "would be kept",
            b -> b.generator(g -> g.dropout(1 - 1e-8))),
        bad(
            "packing must be 1 while conditioning is PROJECTION, was 2: it joins images "
                + "of different classes; try .packing(1)\nreal label must be 1 while loss is "
                + "hinge, was 0.9: that loss has no labels to smooth; try .labels(new "
                + "Labels(1, 0, 0))",
            b -> b.packing(2).conditional(3).loss(Losses.hinge()).labels(new Labels(0.9, 0, 0))),
        bad(
            "penalty WGAN_GP must be none while activation in the discriminator is TANH, "
                + "was 10: only the gradient of a piecewise linear discriminator has a closed "
                + "form; try .discriminator(d -> d.activation(Activation.leakyRelu(0.2))) or "
                + ".discriminator(d -> d.activation(Activation.relu()))",
            b ->
                b.penalty(GradientPenalty.wganGp())
                    .discriminator(d -> d.activation(Activation.tanh()))));
  }

  static Stream<Arguments> combinationsThatGoWell() {
    return Stream.of(
        good(
            "bounded by a penalty",
            b -> b.loss(Losses.wasserstein()).penalty(GradientPenalty.dragan())),
        good("bounded by its weights", b -> b.loss(Losses.wasserstein()).clipWeights(0.01)),
        good("flips need no labels", b -> b.loss(Losses.hinge()).labels(new Labels(1, 0, 0.1))),
        good(
            "clipping needs no second order",
            b -> discriminatorNormAlone(b).clipWeights(0.01).instanceNoise(0.1, 9)),
        good(
            "pairs of one size", b -> b.loss(Losses.relativisticPairing()).generatorBatchSize(64)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("combinationsThatGoWell")
  void settingsThatFitAreTaken(String why, Consumer<GanBuilder> settings) {
    GanBuilder builder = Gan.builder();
    settings.accept(builder);
    assertThat(Gan.builder(builder.config()).config()).as(why).isEqualTo(builder.config());
  }

  @Test
  void aLossOfTheUsersOwnIsCheckedByWhatItSaysOfItself() {
    assertRefused(
        Settings.linear().loss(new CustomLoss(true, false)),
        "loss must have a bound on the discriminator's slope beside it, was custom: it has no"
            + " minimum without; try .penalty(GradientPenalty.wganGp(10)) or"
            + " .discriminator(d -> d.spectralNorm(true)) or .clipWeights(0.01)");
    assertRefused(
        Settings.linear().loss(new CustomLoss(false, true)).generatorBatchSize(3),
        "generatorBatchSize must be 4 while loss is custom and batchSize is 4, was 3: each"
            + " generated image is compared with a real one; try .generatorBatchSize(4)");
    assertRefused(
        Settings.linear().loss(new CustomLoss(false, false)).labels(new Labels(0.9, 0, 0)),
        "real label must be 1 while loss is custom, was 0.9: that loss has no labels to smooth; try"
            + " .labels(new Labels(1, 0, 0))");
    try (Trainer trainer =
        Settings.linear()
            .loss(new CustomLoss(true, true))
            .clipWeights(1)
            .engine(new FakeEngine())
            .trainer(new NumberedImages(12))) {
      assertThat(trainer.step().step()).isEqualTo(1);
    }
  }

  private static void assertRefused(GanBuilder builder, String message) {
    FakeEngine engine = new FakeEngine();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.engine(engine).trainer(new NumberedImages(12)))
        .withMessage(message);
    assertThat(engine.openNetworks()).isZero();
  }

  private record CustomLoss(boolean unbounded, boolean pairs) implements AdversarialLoss {
    @Override
    public String name() {
      return "custom";
    }

    @Override
    public DiscriminatorLoss discriminator(
        float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
      return Losses.hinge().discriminator(real, fake, realGradient, fakeGradient);
    }

    @Override
    public double generator(float[] real, float[] fake, float[] fakeGradient) {
      return Losses.hinge().generator(real, fake, fakeGradient);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void settingsThatContradictEachOtherAreRefusedTogether(
      String message, Consumer<GanBuilder> settings) {
    GanBuilder builder = Gan.builder();
    settings.accept(builder);
    assertThatIllegalArgumentException().isThrownBy(builder::config).withMessage(message);
  }

  static Stream<Arguments> outputsThatReach() {
    return Stream.of(
        arguments(Activation.tanh(), 0.5, 0.5),
        arguments(Activation.tanh(), 0.5, 1.0),
        arguments(Activation.tanh(), 0, 1),
        // (1 - 0.1) / 0.9 is 1 but for rounding.
        arguments(Activation.tanh(), 0.1, 0.9),
        arguments(Activation.sigmoid(), 0, 1),
        arguments(Activation.relu(), 0, 0.01),
        arguments(Activation.leakyRelu(0.01), 1, 0.01),
        arguments(Activation.linear(), 0.1307, 0.3081));
  }

  @ParameterizedTest
  @MethodSource("outputsThatReach")
  void anOutputThatReachesAllPixelsIsFine(Activation output, double mean, double std) {
    GanConfig config = Gan.builder().normalization(mean, std).generatorOutput(output).config();
    assertThat(config.generator().output()).isEqualTo(output);
  }

  @Test
  void spectralNormIsFineOnceBatchNormIsLeftOut() {
    assertThat(
            Gan.builder()
                .generator(g -> g.spectralNorm().noBatchNorm())
                .config()
                .generator()
                .network())
        .matches(NetworkConfig::spectralNorm);
  }

  @Test
  void spectralNormBoundsTheSlopeThatWassersteinsLossNeeds() {
    GanBuilder builder = Gan.builder().loss(Losses.wasserstein());
    assertThatIllegalArgumentException().isThrownBy(builder::config);
    assertThat(builder.discriminator(d -> d.spectralNorm()).config().discriminator().network())
        .matches(NetworkConfig::spectralNorm);
  }

  @Test
  void aBatchOfOneIsFineWithoutBatchNorm() {
    assertThat(
            Gan.builder()
                .generator(g -> g.noBatchNorm())
                .batchSize(1)
                .config()
                .schedule()
                .batchSize())
        .isEqualTo(1);
  }

  /** A loss that calls itself something. */
  private record Named(String name) implements AdversarialLoss {
    @Override
    public DiscriminatorLoss discriminator(
        float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
      return new DiscriminatorLoss(0, 0);
    }

    @Override
    public double generator(float[] real, float[] fake, float[] fakeGradient) {
      return 0;
    }
  }

  static Stream<AdversarialLoss> borrowedNames() {
    return Stream.concat(
        Losses.all().stream().map(loss -> new Named(loss.name())),
        Stream.of(Losses.leastSquares().withLabels(0.9, 0)));
  }

  @ParameterizedTest
  @MethodSource("borrowedNames")
  void aLossWithTheNameOfAnotherOfTheLibraryIsRefused(AdversarialLoss loss) {
    GanBuilder builder = Gan.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.loss(loss))
        .withMessage(
            "loss name must be of its own for a loss that is not the library's (labels are set with"
                + " labels(...)), was "
                + loss.name());
    assertThat(builder.config()).isEqualTo(Gan.builder().config());
  }

  @Test
  void aLossWithoutANameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gan.builder().loss(new Named(null)))
        .withMessage("loss name must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gan.builder().loss(new Named(" ")))
        .withMessage("loss name must not be blank, was \" \"");
  }

  @Test
  void everyLossOfTheLibraryAndOneOfANameOfItsOwnAreTaken() {
    for (AdversarialLoss loss : Losses.all()) {
      if (!loss.unbounded()) {
        assertThat(Gan.builder().loss(loss).config().objective().loss()).isEqualTo(loss.name());
      }
    }
    assertThat(Gan.builder().loss(new Named("mine")).config().objective().loss()).isEqualTo("mine");
  }

  static Stream<Arguments> badConfigurations() {
    return Stream.of(
        arguments("latentDim must be at least 1, was 0", change(0, 1, 1, 1, 1, 0)),
        arguments("batchSize must be at least 1, was 0", change(1, 0, 1, 1, 1, 0)),
        arguments("generatorBatchSize must be at least 1, was -1", change(1, 1, -1, 1, 1, 0)),
        arguments("epochs must be at least 1, was 0", change(1, 1, 1, 0, 1, 0)),
        arguments("stepsPerEpoch must be at least 1, was 0", change(1, 1, 1, 1, 0, 0)),
        arguments("emaDecay must be in [0.0, 1.0), was 1.0", change(1, 1, 1, 1, 1, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badConfigurations")
  void theRecordRefusesWhatTheBuilderRefuses(String message, Runnable making) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
  }

  private static Runnable change(
      int latentDim,
      int batchSize,
      int generatorBatchSize,
      int epochs,
      int stepsPerEpoch,
      double emaDecay) {
    GanConfig good = GanDefaults.CONFIG;
    return () ->
        good.withLatent(good.latent().withDim(latentDim))
            .withSchedule(
                good.schedule()
                    .withBatchSize(batchSize)
                    .withGeneratorBatchSize(generatorBatchSize)
                    .withEpochs(epochs)
                    .withStepsPerEpoch(stepsPerEpoch))
            .withGenerator(good.generator().withEmaDecay(emaDecay));
  }

  private static GanBuilder discriminatorNormAlone(GanBuilder builder) {
    return builder
        .generator(g -> g.noBatchNorm())
        .discriminator(d -> d.batchNorm(BatchNorm.of(0.1, 1e-5)));
  }

  private static Arguments bad(String message, Consumer<GanBuilder> setting) {
    return arguments(message, setting);
  }

  private static Arguments good(String why, Consumer<GanBuilder> setting) {
    return arguments(why, setting);
  }
}
