package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of an engine, in which order, and with which images. */
class TurnsTest {
  private static final List<String> DISCRIMINATOR_TURN =
      List.of("G forward 4", "D forward 8", "D backward 8 KEEP");
  private static final List<String> GENERATOR_TURN =
      List.of("D forward 4", "D backward 4 SKIP", "G backward 4 KEEP");

  private final FakeEngine engine = new FakeEngine();
  private final NumberedImages images = new NumberedImages(12);

  @Test
  void playersAreUpdatedAsOftenAsTheirTurnsSay() {
    TrainingLoop loop =
        loop(Settings.linear().discriminatorUpdatesPerStep(3).generatorUpdatesPerStep(2));
    for (int step = 1; step <= 2; step++) {
      loop.step(step, 1);
      List<String> expected = new ArrayList<>();
      for (int update = 3 * step - 2; update <= 3 * step; update++) {
        expected.addAll(DISCRIMINATOR_TURN);
        expected.add("D update " + update);
      }
      expected.addAll(GENERATOR_TURN);
      expected.add("G update " + (2 * step - 1));
      expected.add("G forward 4");
      expected.addAll(GENERATOR_TURN);
      expected.add("G update " + 2 * step);
      assertThat(engine.takeCalls()).isEqualTo(expected);
    }
  }

  @Test
  void eachUpdateHasRealImagesAndLatentVectorsOfItsOwn() {
    TrainingLoop loop =
        loop(Settings.linear().discriminatorUpdatesPerStep(3).generatorUpdatesPerStep(2));
    loop.step(1, 1);
    loop.step(2, 1);

    int[] read = images.takeRead();
    for (int pass = 0; pass < 2; pass++) {
      int[] expected = new CounterRandom(1, RandomStream.DATA_ORDER, pass).permutation(12);
      assertThat(Arrays.copyOfRange(read, 12 * pass, 12 * pass + 12)).isEqualTo(expected);
    }
    assertThat(engine.inputs("G").toArray(double[][][]::new))
        .isDeepEqualTo(
            new double[][][] {
              latents(RandomStream.LATENT, 1),
              latents(RandomStream.LATENT, 2),
              latents(RandomStream.LATENT, 3),
              latents(RandomStream.GENERATOR_LATENT, 2),
              latents(RandomStream.LATENT, 4),
              latents(RandomStream.LATENT, 5),
              latents(RandomStream.LATENT, 6),
              latents(RandomStream.GENERATOR_LATENT, 4)
            });
  }

  @Test
  void noTwoPassesOfManyTurnsDropTheSameOutputs() {
    TrainingLoop loop =
        loop(
            Settings.linear()
                .loss(Losses.relativisticPairing())
                .penalty(GradientPenalty.r1(1))
                .penalty(GradientPenalty.r2(1))
                .penalty(GradientPenalty.wganGp())
                .penalty(GradientPenalty.dragan())
                .discriminatorUpdatesPerStep(3)
                .generatorUpdatesPerStep(2));
    loop.step(1, 1);
    loop.step(2, 1);
    assertThat(engine.dropoutSeeds()).hasSize(2 * (3 * 6 + 2 + 3)).doesNotHaveDuplicates();
  }

  @Test
  void aLossOfPairsShowsRealImagesInTheGeneratorsTurnToo() {
    loop(Settings.linear().loss(Losses.relativisticPairing())).step(1, 1);
    assertThat(engine.takeCalls())
        .containsExactly(
            "G forward 4",
            "D forward 8",
            "D backward 8 KEEP",
            "D update 1",
            "D forward 4",
            "D forward 4",
            "D backward 4 SKIP",
            "G backward 4 KEEP",
            "G update 1");
    double[][] both = engine.inputs("D").get(0);
    assertThat(engine.inputs("D").get(1)).isDeepEqualTo(Arrays.copyOfRange(both, 0, 4));
    assertThat(engine.inputs("D").get(2)).isDeepEqualTo(Arrays.copyOfRange(both, 4, 8));
  }

  @Test
  void aPenaltyGoesThereAndBackTwiceBeforeTheLossGoesBack() {
    loop(Settings.linear().penalty(GradientPenalty.r1(1)).penalty(GradientPenalty.r2(1)))
        .step(1, 1);
    assertThat(engine.takeCalls())
        .containsExactly(
            "G forward 4",
            "D forward 8",
            "D forward 4",
            "D backward 4 SKIP",
            "D doubleBackward 4",
            "D forward 4",
            "D backward 4 SKIP",
            "D doubleBackward 4",
            "D backward 8 KEEP",
            "D update 1",
            "D forward 4",
            "D backward 4 SKIP",
            "G backward 4 KEEP",
            "G update 1");
    double[][] both = engine.inputs("D").get(0);
    assertThat(engine.inputs("D").get(1)).isDeepEqualTo(Arrays.copyOfRange(both, 0, 4));
    assertThat(engine.inputs("D").get(2)).isDeepEqualTo(Arrays.copyOfRange(both, 4, 8));
  }

  @Test
  void aLazyPenaltyIsDueOnEveryKthUpdateFromTheFirstOn() {
    TrainingLoop loop =
        loop(
            Settings.linear()
                .penalty(GradientPenalty.r1(1).every(4))
                .discriminatorUpdatesPerStep(3));
    for (int step = 1; step <= 4; step++) {
      loop.step(step, 1);
    }
    List<String> due =
        engine.takeCalls().stream()
            .filter(call -> call.startsWith("D double") || call.startsWith("D update"))
            .toList();
    assertThat(due)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 12)
                .boxed()
                .flatMap(
                    update ->
                        update % 4 == 1
                            ? Stream.of("D doubleBackward 4", "D update " + update)
                            : Stream.of("D update " + update))
                .toList());
  }

  @Test
  void theScheduleIsForEveryUpdateOfBothPlayersAndMultipliesTheFactorGiven() {
    TrainingLoop loop =
        loop(
            Settings.linear()
                .discriminatorUpdatesPerStep(2)
                .generatorUpdatesPerStep(2)
                .rateSchedule(RateSchedule.linear(6, 0.5).warmUp(2)));
    loop.step(1, 1);
    loop.step(4, 0.5);
    assertThat(engine.takeCalls())
        .filteredOn(call -> call.contains("update"))
        .containsExactly(
            "D update 1 at 0.5",
            "D update 2 at 0.5",
            "G update 1 at 0.5",
            "G update 2 at 0.5",
            "D update 7 at 0.375",
            "D update 8 at 0.375",
            "G update 7 at 0.375",
            "G update 8 at 0.375");
  }

  @Test
  void eachUpdateHasNoiseOfItsOwnOnWhatTheDiscriminatorIsShownAlone() {
    // Too slow to learn anything: the images are the same with noise and without.
    GanBuilder settings =
        Settings.linear()
            .adam(1e-30, 0, 0)
            .discriminatorUpdatesPerStep(2)
            .generatorUpdatesPerStep(2);
    TrainingLoop quiet = loop(settings);
    FakeEngine noisyEngine = new FakeEngine();
    TrainingLoop noisy =
        new TrainingLoop(
            settings.instanceNoise(0.5, 10).config(), images, Losses.nonSaturating(), noisyEngine);
    for (int step = 1; step <= 2; step++) {
      quiet.step(step, 1);
      noisy.step(step, 1);
    }

    assertThat(noisyEngine.takeCalls()).isEqualTo(engine.takeCalls());
    assertThat(noisyEngine.inputs("G").toArray(double[][][]::new))
        .isDeepEqualTo(engine.inputs("G").toArray(double[][][]::new));
    for (int i = 0; i < 8; i++) {
      int step = i / 4 + 1;
      int update = 2 * step - 1 + i % 2;
      boolean discriminators = i % 4 < 2;
      float[] noise = new float[discriminators ? 16 : 8];
      new CounterRandom(
              1,
              discriminators ? RandomStream.INSTANCE_NOISE : RandomStream.GENERATOR_INSTANCE_NOISE,
              update)
          .fillNormal(noise, 0, noise.length);
      double[][] made = engine.inputs("D").get(i);
      double[][] shown = noisyEngine.inputs("D").get(i);
      for (int k = 0; k < noise.length; k++) {
        assertThat(shown[k / 2][k % 2] - made[k / 2][k % 2])
            .as("value %d of the discriminator's pass %d", k, i)
            .isCloseTo((step == 1 ? 0.5 : 0.45) * noise[k], within(1e-6));
      }
    }
  }

  @Test
  void smoothedLabelsAreTheLosss() {
    GanConfig config = Settings.linear().config();
    TrainingLoop given =
        new TrainingLoop(config, images, Losses.nonSaturating().withLabels(0.9, 0.2), engine);
    TrainingLoop configured = loop(Settings.linear().labels(new Labels(0.9, 0.2, 0)));
    TrainingLoop without = loop(Settings.linear());
    StepLosses losses = given.step(1, 1);
    assertThat(configured.step(1, 1)).isEqualTo(losses);
    assertThat(without.step(1, 1)).isNotEqualTo(losses);
  }

  @Test
  void whatIsTurnedOffLeavesNoTrace() {
    TrainingLoop plain = loop(Settings.linear());
    TrainingLoop told =
        loop(
            Settings.linear()
                .discriminatorUpdatesPerStep(1)
                .generatorUpdatesPerStep(1)
                .rateSchedule(RateSchedule.CONSTANT)
                .regularization(Regularization.NONE)
                .labels(new Labels(1, 0, 0)));
    for (int step = 1; step <= 20; step++) {
      StepLosses losses = plain.step(step, 1);
      List<String> calls = engine.takeCalls();
      assertThat(told.step(step, 1)).isEqualTo(losses);
      assertThat(engine.takeCalls()).isEqualTo(calls);
    }
  }

  private TrainingLoop loop(GanBuilder settings) {
    GanConfig config = settings.config();
    return new TrainingLoop(
        config, images, Losses.byName(config.objective().loss()).orElseThrow(), engine);
  }

  private static double[][] latents(RandomStream stream, int update) {
    float[] values = new float[12];
    new CounterRandom(1, stream, update).fillNormal(values, 0, 12);
    double[][] rows = new double[4][3];
    for (int i = 0; i < 12; i++) {
      rows[i / 3][i % 3] = values[i];
    }
    return rows;
  }
}
