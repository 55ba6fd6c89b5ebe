package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.file.ModelFile;
import io.github.gan4j.internal.file.ModelState;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedGanTest {
  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final TrainedGan gan = Settings.linear().engine(engine).train(new NumberedImages(12));

  @AfterEach
  void everyNetworkIsFreed() {
    gan.close();
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameImages() {
    float[] images = gan.generate(5, 9).toArray();
    assertThat(gan.generate(5, 9).toArray()).containsExactly(images);
    assertThat(gan.generate(5, 10).toArray()).isNotEqualTo(images);
  }

  @Test
  void withoutASeedEachCallGivesOthers() {
    assertThat(gan.generate(3).toArray()).isNotEqualTo(gan.generate(3).toArray());
  }

  @Test
  void aClosedOneIsSavedAndKnowsWhatItKnew() throws IOException {
    Path before = folder.resolve("before.safetensors");
    Path after = folder.resolve("after.safetensors");
    gan.save(before);
    gan.close();
    gan.save(after);
    assertThat(after).hasSameBinaryContentAs(before);
    assertThat(gan.history().epochs()).hasSize(2);
    assertThat(gan.config().schedule().batchSize()).isEqualTo(4);
    assertThat(gan.shape()).isEqualTo(new NumberedImages(12).shape());
    assertThatIllegalStateException()
        .isThrownBy(() -> gan.generate(1))
        .withMessage("this GAN is closed");
  }

  @Test
  void everythingSaysWhatItIs() {
    assertThat(gan).hasToString("GAN of 1x1x2 images, trained for 2 epochs on numbered");
    assertThat(gan.generator())
        .hasToString("generator of 1x1x2 images from 3 latent values, 8 parameters");
    assertThat(gan.generator().truncated(0.7))
        .hasToString(
            "generator of 1x1x2 images from 3 latent values truncated at 0.7, 8 parameters");
    assertThat(gan.discriminator()).hasToString("discriminator of 1x1x2 images, 3 parameters");
    Images images = gan.generate(12, 1);
    assertThat(images).hasToString("12 images of 1x1x2");
    assertThat(gan.generate(1, 1)).hasToString("1 image of 1x1x2");
    assertThat(images.grid(3, 4)).hasToString("grid of 3 x 4: 12 images of 1x1x2, scale 2");
    assertThat(gan.invert(images).toString())
        .matches(
            "latent vectors of 12 images of 1x1x2, mean squared errors from [0-9.E-]+ to"
                + " [0-9.E-]+");
    gan.close();
    assertThat(gan).hasToString("GAN of 1x1x2 images, trained for 2 epochs on numbered, closed");
  }

  @Test
  void aRunSaysHowFarItIs() {
    try (Trainer trainer = Settings.linear().engine(engine).trainer(new NumberedImages(12))) {
      LossEvent event = trainer.step();
      assertThat(trainer).hasToString("run on numbered, 1 of 6 steps done");
      assertThat(event.toString()).startsWith("LossEvent[run=run on numbered, 1 of 6 steps done");
    }
  }

  @Test
  void moreImagesOfASeedBeginWithTheSame() {
    // More than the batches in which they are made.
    float[] many = gan.generate(1300, 9).toArray();
    assertThat(many).hasSize(2600);
    for (int count : new int[] {1, 2, 511, 512, 513, 1025}) {
      assertThat(gan.generate(count, 9).toArray()).containsExactly(Arrays.copyOf(many, 2 * count));
    }
  }

  @Test
  void anImageIsWhatTheGeneratorMakesOfItsLatentVector() throws IOException {
    float[][] latents = {{0, 0, 0}, {1, 0, 0}, {0, 0, -2}};
    Path file = folder.resolve("model.safetensors");
    gan.save(file);
    float[] g = ModelFile.read(file).generator().parameters();
    assertThat(gan.generator().decode(latents).toArray())
        .containsExactly(
            new float[] {g[6], g[7], g[0] + g[6], g[3] + g[7], g[6] - 2 * g[2], g[7] - 2 * g[5]},
            within(1e-6f));
  }

  @Test
  void theLatentVectorsOfASeedMakeItsImages() {
    float[][] latents = gan.generator().latents(520, 9);

    assertThat(latents).hasDimensions(520, 3);
    assertThat(gan.generator().decode(latents).toArray())
        .containsExactly(gan.generate(520, 9).toArray());
    assertThat(gan.generator().latents(1, 9)[0]).containsExactly(latents[0]);
    assertThat(gan.generator().latents(1, 10)[0]).isNotEqualTo(latents[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generator().latents(0, 9))
        .withMessage("count must be at least 1, was 0");
  }

  @Test
  void aTruncatedGeneratorMakesItsImagesOfVectorsWithinTheThreshold() {
    Generator truncated = gan.generator().truncated(0.7);

    float[][] latents = truncated.latents(520, 9);

    for (float[] latent : latents) {
      for (float value : latent) {
        assertThat(value).isBetween(-0.7f, 0.7f);
      }
    }
    assertThat(truncated.generate(520, 9).toArray())
        .containsExactly(gan.generator().decode(latents).toArray())
        .containsExactly(truncated.decode(latents).toArray());
    assertThat(truncated.latents(1, 9)[0]).containsExactly(latents[0]);
    assertThat(truncated.latents(1, 10)[0]).isNotEqualTo(latents[0]);
    assertThat(gan.generator().latents(1, 9)[0]).isNotEqualTo(latents[0]);
    assertThat(truncated.truncated(2).latents(520, 9))
        .isDeepEqualTo(gan.generator().truncated(2).latents(520, 9));
    assertThat(truncated.latentDim()).isEqualTo(3);
    assertThat(truncated.shape()).isEqualTo(gan.shape());
    assertThat(truncated.parameterCount()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void aThresholdOutOfRangeIsRefused(double threshold) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generator().truncated(threshold))
        .withMessage("truncation threshold must be positive and finite, was " + threshold);
  }

  @ParameterizedTest
  @EnumSource(value = LatentDistribution.class, mode = Mode.EXCLUDE, names = "NORMAL")
  void whereThereAreNoTailsTruncationIsRefused(LatentDistribution latent) {
    GanBuilder settings = Settings.linear().latent(latent).engine(engine);
    try (TrainedGan other = settings.train(new NumberedImages(12))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> other.generator().truncated(0.7))
          .withMessage(
              "truncation needs latent vectors that are NORMAL, these are %s: their components"
                  + " have no tails to cut off",
              latent);
    }
  }

  @Test
  void latentVectorsOfTheSphereAreTrainedOnAndDrawn() throws IOException {
    GanBuilder settings = Settings.linear().latent(LatentDistribution.SPHERE).engine(engine);
    try (TrainedGan sphere = settings.train(new NumberedImages(12))) {
      for (float[] latent : sphere.generator().latents(20, 9)) {
        double squares = 0;
        for (float value : latent) {
          squares += (double) value * value;
        }
        assertThat(squares).isCloseTo(3, within(1e-6));
      }
      Path file = folder.resolve("model.safetensors");
      sphere.save(file);
      assertThat(ModelFile.read(file).config().latent().distribution())
          .isEqualTo(LatentDistribution.SPHERE);
    }
  }

  @Test
  void aLatentVectorThatDoesNotFitIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generator().decode(new float[][] {{0, 0, 0}, {0, 0}}))
        .withMessage("latents[1] must have 3 values, had 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generator().decode(new float[][] {{0, Float.NaN, 0}}))
        .withMessage("latents[0] must be finite, held NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generator().decode(new float[0][]))
        .withMessage("latents must hold at least one vector, held none");
  }

  @Test
  void aCountBelowOneOrBeyondAnArrayIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generate(0))
        .withMessage("count must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.generate(Integer.MAX_VALUE, 1))
        .withMessageMatching("count must be at most \\d+, so that .*, was 2147483647");
  }

  @Test
  void theDiscriminatorJudgesImageByImage() {
    float[] d = engine.first("D").parameters().toArray();
    Images images = Images.of(gan.shape(), new float[] {1, 0, 0, 1});
    float[] logits = gan.discriminator().logits(images);
    assertThat(logits).containsExactly(new float[] {d[0] + d[2], d[1] + d[2]}, within(1e-6f));
    assertThat(gan.discriminator().probabilities(images))
        .containsExactly(
            new double[] {1 / (1 + Math.exp(-logits[0])), 1 / (1 + Math.exp(-logits[1]))},
            within(1e-12));
  }

  @Test
  void imagesAreAroundMinusOneToOneHoweverPixelsAreNormalised() throws IOException {
    GanBuilder settings = Settings.linear().normalization(0.1307, 0.3081).engine(engine);
    try (TrainedGan normalised = settings.train(new NumberedImages(12))) {
      Path file = folder.resolve("model.safetensors");
      normalised.save(file);
      float[] g = ModelFile.read(file).generator().parameters();
      // The latent vector of zeros shows the two biases.
      float[] image = normalised.generator().decode(new float[1][3]).toArray();
      for (int i = 0; i < 2; i++) {
        double pixel = g[6 + i] * 0.3081 + 0.1307;
        assertThat((double) image[i]).isCloseTo(2 * pixel - 1, within(1e-6));
      }
      assertThat(normalised.generate(1, 5).toArray())
          .containsExactly(normalised.generator().generate(1, 5).toArray());

      float[] d = ModelFile.read(file).discriminator().parameters();
      float[] logits =
          normalised.discriminator().logits(Images.of(normalised.shape(), new float[] {-1, 1}));
      double black = (0 - 0.1307) / 0.3081;
      double white = (1 - 0.1307) / 0.3081;
      assertThat((double) logits[0]).isCloseTo(d[0] * black + d[1] * white + d[2], within(1e-6));

      try (TrainedGan loaded = TrainedGan.load(file, engine)) {
        assertThat(loaded.config()).isEqualTo(normalised.config());
        assertThat(loaded.generate(700, 3).toArray())
            .containsExactly(normalised.generate(700, 3).toArray());
      }
    }
  }

  @Test
  void imagesOfAnotherShapeAreRefusedByTheDiscriminator() {
    Images turned = Images.of(ImageShape.grey(2, 1), new float[2]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.discriminator().logits(turned))
        .withMessage("images must be 1x1x2, were 1x2x1");
  }

  @Test
  void playersTellTheirSizes() {
    assertThat(gan.generator().latentDim()).isEqualTo(3);
    assertThat(gan.generator().parameterCount()).isEqualTo(8);
    assertThat(gan.discriminator().parameterCount()).isEqualTo(3);
    assertThat(gan.generator().shape()).isEqualTo(gan.shape()).isEqualTo(ImageShape.grey(1, 2));
  }

  @Test
  void savingAndLoadingGivesTheSameGan() throws IOException {
    Path file = folder.resolve("model.safetensors");
    gan.save(file);
    try (TrainedGan loaded = TrainedGan.load(file, engine)) {
      assertThat(loaded.config()).isEqualTo(gan.config());
      assertThat(loaded.shape()).isEqualTo(gan.shape());
      assertThat(loaded.history()).isEqualTo(gan.history());
      assertThat(loaded.history().epochs()).hasSize(2);
      Images images = gan.generate(7, 3);
      assertThat(loaded.generate(7, 3).toArray()).containsExactly(images.toArray());
      assertThat(loaded.discriminator().logits(images))
          .containsExactly(gan.discriminator().logits(images));
    }
  }

  @Test
  void savingTwiceGivesTheSameBytesAndNothingBeside() throws IOException {
    Path first = folder.resolve("first");
    Path second = Files.writeString(folder.resolve("second"), "old");
    gan.save(first);
    gan.save(second);
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void aFileThatIsNoModelIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("model.txt"), "I am no model at all.");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> TrainedGan.load(file, engine))
        .withMessageStartingWith(file + ": header length at byte 0 must be between 2 and 13");
  }

  @Test
  void loadingWithoutAnEngineSaysWhatToAdd() throws IOException {
    Path file = folder.resolve("model.safetensors");
    gan.save(file);
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> TrainedGan.load(file))
        .withMessageStartingWith("no GAN engine found: add io.github.gan4j:gan-cpu");
  }

  @Test
  void aClosedGanRefusesToGenerateButStillTellsWhatItWas() throws IOException {
    Path file = folder.resolve("model.safetensors");
    gan.close();
    gan.close();
    String message = "this GAN is closed";
    assertThatIllegalStateException().isThrownBy(() -> gan.generate(1)).withMessage(message);
    assertThatIllegalStateException().isThrownBy(gan::generator).withMessage(message);
    assertThatIllegalStateException().isThrownBy(gan::discriminator).withMessage(message);
    gan.save(file);
    assertThat(file).isNotEmptyFile();
    assertThat(gan.history().epochs()).hasSize(2);
  }

  @Test
  void theNetworksOfAClosedOneHaveTheValuesOfItsFile() throws IOException {
    Path file = folder.resolve("model.safetensors");
    gan.save(file);
    ModelState saved = ModelFile.read(file);
    gan.close();

    TrainedNetwork generator = gan.generatorNetwork();
    TrainedNetwork discriminator = gan.discriminatorNetwork();

    assertThat(generator.spec().inputs()).isEqualTo(3);
    assertThat(generator.spec().outputs()).isEqualTo(2);
    assertThat(generator.parameters()).containsExactly(saved.generator().parameters());
    assertThat(discriminator.spec().inputs()).isEqualTo(2);
    assertThat(discriminator.spec().outputs()).isEqualTo(1);
    assertThat(discriminator.parameters()).containsExactly(saved.discriminator().parameters());
  }

  @Test
  void writingIntoTheValuesOfANetworkChangesNothing() {
    float[] before = gan.generate(2, 1).toArray();
    Arrays.fill(gan.generatorNetwork().parameters(), 7);
    assertThat(gan.generate(2, 1).toArray()).containsExactly(before);
    assertThat(gan.generatorNetwork().parameters()).doesNotContain(7);
  }

  @Test
  void threadsMayShareOne() {
    float[] expected = gan.generate(40, 5).toArray();
    boolean allEqual =
        IntStream.range(0, 64)
            .parallel()
            .allMatch(i -> Arrays.equals(gan.generate(40, 5).toArray(), expected));
    assertThat(allEqual).isTrue();
  }
}
