package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.model.InversionResult;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With linear generators, of which nearly every image has a latent vector. */
class InversionTest {
  private final FakeEngine engine = new FakeEngine();
  private final TrainedGan gan = Settings.linear().engine(engine).train(new NumberedImages(12));

  @AfterEach
  void everyNetworkIsFreed() {
    gan.close();
    assertThat(engine.openNetworks()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anImageThatTheGeneratorMadeIsFoundAgain(LatentDistribution latent) {
    GanBuilder settings =
        Settings.linear().latent(latent).normalization(0.1307, 0.3081).engine(engine);
    try (TrainedGan other = settings.train(new NumberedImages(12))) {
      Images images = other.generate(20, 5);
      double before =
          new InversionResult(new float[20][3], new int[0], other.generate(20, 6), images)
              .errors()[0];

      InversionResult found = other.invert(images);

      assertThat(before).isGreaterThan(1e-3);
      assertThat(found.errors()).hasSize(20);
      assertThat(Arrays.stream(found.errors()).max().orElseThrow()).isLessThan(1e-7);
      assertThat(other.generator().decode(found.latents()).toArray())
          .containsExactly(found.images().toArray());
    }
  }

  @ParameterizedTest
  @EnumSource
  void vectorsStayWhereTheGeneratorWasTrained(LatentDistribution latent) {
    GanBuilder settings = Settings.linear().latent(latent).engine(engine);
    try (TrainedGan other = settings.train(new NumberedImages(12))) {
      Images far = Images.of(other.shape(), new float[] {100, -100, -100, 100});

      for (float[] vector : other.invert(far).latents()) {
        switch (latent) {
          case NORMAL -> assertThat(length(vector)).isCloseTo(Math.sqrt(3) + 2.2, within(0.05));
          case SPHERE -> assertThat(length(vector)).isCloseTo(Math.sqrt(3), within(1e-6));
          case UNIFORM -> {
            for (float value : vector) {
              assertThat(Math.abs(value)).isEqualTo(1);
            }
          }
        }
      }
    }
  }

  @Test
  void theSameSearchFindsTheSameAndNoImageDependsOnAnother() {
    // More than the batches in which images are inverted.
    Images images = gan.generate(300, 5);
    Inversion settings = Inversion.defaults().steps(10);

    float[][] found = gan.invert(images, settings).latents();

    assertThat(gan.invert(images, settings).latents()).isDeepEqualTo(found);
    assertThat(gan.invert(Images.of(gan.shape(), images.values(299)), settings).latents()[0])
        .containsExactly(found[299]);
    assertThat(gan.invert(images, settings.seed(2)).latents()[0]).isNotEqualTo(found[0]);
  }

  @Test
  void moreRestartsAreNeverWorse() {
    Images images = gan.generate(30, 5);
    Inversion settings = Inversion.defaults().steps(5);
    double[] one = gan.invert(images, settings.restarts(1)).errors();
    double[] many = gan.invert(images, settings.restarts(20)).errors();
    int better = 0;
    for (int i = 0; i < one.length; i++) {
      assertThat(many[i]).isLessThanOrEqualTo(one[i] + 1e-9);
      better += many[i] < one[i] / 2 ? 1 : 0;
    }
    assertThat(better).isGreaterThan(20);
  }

  @Test
  void imagesThatDoNotFitAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.invert(Images.of(ImageShape.grey(2, 1), new float[2])))
        .withMessage("images must be 1x1x2, were 1x2x1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.invert(Images.of(gan.shape(), new float[0])))
        .withMessage("images must hold at least one image, held none");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void imagesThatAreNotFiniteAreNamed(float value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gan.invert(Images.of(gan.shape(), new float[] {0, 0, 0, value})))
        .withMessage("image 1 must be finite, held " + value);
  }

  @Test
  void anEngineThatCannotTrainIsToldSo() {
    Images images = gan.generate(1, 5);
    engine.capableOf(EnumSet.of(Capability.BATCH_NORM));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> gan.invert(images))
        .withMessage(
            "to invert images the engine fake must be capable of TRAINING, is capable of"
                + " [BATCH_NORM]");
  }

  @Test
  void aClosedGanRefuses() {
    Images images = gan.generate(1, 5);
    gan.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> gan.invert(images))
        .withMessage("this GAN is closed");
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
