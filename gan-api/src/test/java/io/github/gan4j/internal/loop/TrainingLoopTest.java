package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.internal.network.InitialValues;
import io.github.gan4j.loss.Logits;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {
  private static final double RATE = 0.05;

  private final FakeEngine engine = new FakeEngine();
  private final NumberedImages images = new NumberedImages(12);

  @Test
  void aStepTrainsTheDiscriminatorOnceAndThenTheGeneratorOnTheSameImages() {
    loop(Settings.linear()).step(1, 1);
    assertThat(engine.takeCalls())
        .containsExactly(
            "G forward 4",
            "D forward 8",
            "D backward 8 KEEP",
            "D update 1",
            "D forward 4",
            "D backward 4 SKIP",
            "G backward 4 KEEP",
            "G update 1");
  }

  @Test
  void everyStepIsAnUpdateOfEachPlayer() {
    TrainingLoop loop = loop(Settings.linear());
    loop.step(1, 1);
    loop.step(2, 1);
    loop.step(3, 1);
    assertThat(engine.takeCalls())
        .filteredOn(call -> call.contains("update"))
        .containsExactly(
            "D update 1", "G update 1", "D update 2", "G update 2", "D update 3", "G update 3");
  }

  @Test
  void aGeneratorBatchOfAnotherSizeIsMadeAfresh() {
    loop(Settings.linear().generatorBatchSize(6)).step(1, 1);
    assertThat(engine.takeCalls())
        .containsExactly(
            "G forward 4",
            "D forward 8",
            "D backward 8 KEEP",
            "D update 1",
            "G forward 6",
            "D forward 6",
            "D backward 6 SKIP",
            "G backward 6 KEEP",
            "G update 1");
  }

  @Test
  void aNormalisingDiscriminatorSeesRealAndGeneratedImagesApart() {
    BatchNorm norm = BatchNorm.of(0.1, 1e-5);
    loop(Settings.linear().discriminator(d -> d.hidden(2).batchNorm(norm))).step(1, 1);
    assertThat(engine.takeCalls())
        .containsExactly(
            "G forward 4",
            "D forward 4",
            "D forward 4",
            "D backward 4 KEEP",
            "D backward 4 KEEP",
            "D update 1",
            "D forward 4",
            "D backward 4 SKIP",
            "G backward 4 KEEP",
            "G update 1");
  }

  @Test
  void aGradientIsShortenedToThePlayersLimitAndNoFurther() {
    double[] norms = new double[2];
    engine.beforeEachCall(
        call -> {
          if (call.startsWith("D update")) {
            norms[0] = engine.first("D").gradientNorm();
          } else if (call.startsWith("G update")) {
            norms[1] = engine.first("G").gradientNorm();
          }
        });
    loop(Settings.linear()
            .discriminator(d -> d.clipGradientNorm(0.125))
            .generator(g -> g.clipGradientNorm(1000)))
        .step(1, 1);
    assertThat(norms[0]).isGreaterThan(0.125);
    assertThat(engine.first("D").gradientFactors()).containsExactly(0.125 / norms[0]);
    assertThat(norms[1]).isBetween(1e-9, 1000.0);
    assertThat(engine.first("G").gradientFactors()).containsExactly(1.0);
  }

  @Test
  void withoutALimitAGradientIsNotLookedAt() {
    loop(Settings.linear()).step(1, 1);
    assertThat(engine.first("D").gradientFactors()).containsExactly(1.0);
    assertThat(engine.first("D").normsAsked()).isZero();
  }

  @Test
  void aPlayersValuesChangeInItsOwnUpdateOnly() {
    TrainingLoop loop = loop(Settings.linear().generatorBatchSize(6));
    List<String> discriminators = new ArrayList<>();
    List<String> generators = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    engine.beforeEachCall(
        call -> {
          calls.add(call);
          discriminators.add(Arrays.toString(loop.discriminator().parameters().toArray()));
          generators.add(Arrays.toString(loop.generator().parameters().toArray()));
        });
    loop.step(1, 1);
    loop.step(2, 1);

    for (int i = 1; i < calls.size(); i++) {
      assertThat(!discriminators.get(i).equals(discriminators.get(i - 1)))
          .as("the discriminator changed in %s", calls.get(i - 1))
          .isEqualTo(calls.get(i - 1).startsWith("D update"));
      assertThat(!generators.get(i).equals(generators.get(i - 1)))
          .as("the generator changed in %s", calls.get(i - 1))
          .isEqualTo(calls.get(i - 1).startsWith("G update"));
    }
  }

  @Test
  void bothPlayersGoDownTheClosedFormGradientOfTheirLoss() {
    TrainingLoop loop = loop(Settings.linear());
    float[] d = loop.discriminator().parameters().toArray();
    float[] g = loop.generator().parameters().toArray();
    StepLosses losses = loop.step(1, 1);

    float[] latents = new float[12];
    new CounterRandom(1, RandomStream.LATENT, 1).fillNormal(latents, 0, 12);
    int[] real = images.takeRead();
    double[] dSlope = new double[3];
    double realLoss = 0;
    double fakeLoss = 0;
    for (int i = 0; i < 4; i++) {
      double[] realImage = {(float) real[i] / 12, -1};
      double[] fakeImage = generated(g, latents, i);
      realLoss += Logits.softplus(-logit(d, realImage)) / 4;
      fakeLoss += Logits.softplus(logit(d, fakeImage)) / 4;
      add(dSlope, realImage, -Logits.probability(-logit(d, realImage)) / 4);
      add(dSlope, fakeImage, Logits.probability(logit(d, fakeImage)) / 4);
    }
    assertThat(losses.discriminatorReal()).isCloseTo(realLoss, within(1e-6));
    assertThat(losses.discriminatorFake()).isCloseTo(fakeLoss, within(1e-6));
    float[] learned = loop.discriminator().parameters().toArray();
    for (int i = 0; i < 3; i++) {
      assertThat((double) learned[i]).isCloseTo(d[i] - RATE * dSlope[i], within(1e-6));
    }

    double[] gSlope = new double[8];
    double generatorLoss = 0;
    for (int i = 0; i < 4; i++) {
      double logit = logit(learned, generated(g, latents, i));
      generatorLoss += Logits.softplus(-logit) / 4;
      for (int pixel = 0; pixel < 2; pixel++) {
        double slope = -Logits.probability(-logit) / 4 * learned[pixel];
        for (int j = 0; j < 3; j++) {
          gSlope[pixel * 3 + j] += slope * latents[i * 3 + j];
        }
        gSlope[6 + pixel] += slope;
      }
    }
    assertThat(losses.generator()).isCloseTo(generatorLoss, within(1e-6));
    float[] made = loop.generator().parameters().toArray();
    for (int i = 0; i < 8; i++) {
      assertThat((double) made[i]).isCloseTo(g[i] - RATE * gSlope[i], within(1e-6));
    }
  }

  @Test
  void probabilitiesAreTheDiscriminatorsBeforeItsUpdate() {
    TrainingLoop loop = loop(Settings.linear());
    float[] d = loop.discriminator().parameters().toArray();
    StepLosses losses = loop.step(1, 1);
    double mean = 0;
    for (int index : images.takeRead()) {
      mean += Logits.probability(logit(d, new double[] {(float) index / 12, -1})) / 4;
    }
    assertThat(losses.realProbability()).isCloseTo(mean, within(1e-6));
    assertThat(losses.fakeProbability()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void theDiscriminatorIsShownNormalisedPixels() {
    TrainingLoop loop = loop(Settings.linear().normalization(0.1307, 0.3081));
    float[] d = loop.discriminator().parameters().toArray();
    StepLosses losses = loop.step(1, 1);
    double mean = 0;
    for (int index : images.takeRead()) {
      double[] pixels = {(index / 12.0 + 1) / 2, 0};
      double[] shown = {(pixels[0] - 0.1307) / 0.3081, -0.1307 / 0.3081};
      mean += Logits.probability(logit(d, shown)) / 4;
    }
    assertThat(losses.realProbability()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void whatTheGeneratorMakesReachesTheDiscriminatorAsItIs() {
    TrainingLoop loop = loop(Settings.linear().normalization(0.1307, 0.3081));
    float[] d = loop.discriminator().parameters().toArray();
    float[] g = loop.generator().parameters().toArray();
    StepLosses losses = loop.step(1, 1);
    float[] latents = new float[12];
    new CounterRandom(1, RandomStream.LATENT, 1).fillNormal(latents, 0, 12);
    double mean = 0;
    for (int i = 0; i < 4; i++) {
      mean += Logits.probability(logit(d, generated(g, latents, i))) / 4;
    }
    assertThat(losses.fakeProbability()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void theDefaultNormalisationChangesNoBit() {
    TrainingLoop untold = loop(Settings.linear());
    TrainingLoop told = loop(Settings.linear().normalization(0.5, 0.5));
    for (int step = 1; step <= 20; step++) {
      assertThat(told.step(step, 1)).isEqualTo(untold.step(step, 1));
    }
    assertThat(told.generator().parameters().toArray())
        .containsExactly(untold.generator().parameters().toArray());
  }

  @Test
  void noTwoPassesDropTheSameOutputs() {
    BatchNorm norm = BatchNorm.of(0.1, 1e-5);
    TrainingLoop loop =
        loop(
            Settings.linear()
                .generatorBatchSize(6)
                .discriminator(d -> d.hidden(2).batchNorm(norm)));
    loop.step(1, 1);
    loop.step(2, 1);
    assertThat(engine.dropoutSeeds()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void aStepDependsOnTheNetworksAndItsNumberAlone() {
    TrainingLoop whole = loop(Settings.linear());
    StepLosses third = null;
    for (int step = 1; step <= 3; step++) {
      third = whole.step(step, 1);
    }
    TrainingLoop first = loop(Settings.linear());
    first.step(1, 1);
    first.step(2, 1);
    TrainingLoop goneOn = loop(Settings.linear());
    goneOn.generator().parameters().copyFrom(first.generator().parameters().toArray());
    goneOn.discriminator().parameters().copyFrom(first.discriminator().parameters().toArray());
    assertThat(goneOn.step(3, 1)).isEqualTo(third);
  }

  @Test
  void thePlayersSearchForSingularVectorsFromStartsOfTheirOwn() {
    TrainingLoop loop =
        loop(
            Settings.linear()
                // Wide enough that the search depends on its start still when it ends.
                .generator(g -> g.hidden(30, 30).spectralNorm())
                .discriminator(d -> d.hidden(30, 30).spectralNorm()));
    assertSearchedFrom(RandomStream.GENERATOR_SINGULAR_VECTORS, loop.generator());
    assertSearchedFrom(RandomStream.SINGULAR_VECTORS, loop.discriminator());
  }

  private static void assertSearchedFrom(RandomStream stream, TrainableNetwork network) {
    float[] parameters = network.parameters().toArray();
    assertThat(network.buffers().toArray())
        .isEqualTo(InitialValues.buffers(network.spec(), parameters, 1, stream));
  }

  @Test
  void onlyTheGeneratorIsAveraged() {
    loop(Settings.linear().emaDecay(0.75));
    assertThat(engine.first("G").averaging()).isEqualTo(0.75);
    assertThat(engine.first("D").averaging()).isZero();
  }

  @Test
  void closingFreesBothNetworks() {
    TrainingLoop loop = loop(Settings.linear());
    loop.close();
    assertThat(engine.openNetworks()).isZero();
  }

  private TrainingLoop loop(GanBuilder settings) {
    GanConfig config = settings.config();
    return new TrainingLoop(config, images, Losses.nonSaturating(), engine);
  }

  private static double logit(float[] d, double[] image) {
    return d[0] * image[0] + d[1] * image[1] + d[2];
  }

  private static double[] generated(float[] g, float[] latents, int index) {
    double[] image = {g[6], g[7]};
    for (int pixel = 0; pixel < 2; pixel++) {
      for (int j = 0; j < 3; j++) {
        image[pixel] += (double) g[pixel * 3 + j] * latents[index * 3 + j];
      }
    }
    return image;
  }

  private static void add(double[] slope, double[] image, double factor) {
    slope[0] += factor * image[0];
    slope[1] += factor * image[1];
    slope[2] += factor;
  }
}
