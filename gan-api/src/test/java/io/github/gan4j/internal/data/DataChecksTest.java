package io.github.gan4j.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.GanException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.LabelledImages;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataChecksTest {
  private static final GanBuilder PICTURES = Settings.linear().generatorOutput(Activation.tanh());

  private static List<String> check(GanBuilder builder, Dataset data) {
    return DataChecks.check(builder.config(), data, DataSurvey.of(data));
  }

  /** Four images of one pixel, from the lowest value to the highest. */
  private record Range(float from, float to) implements Dataset {
    @Override
    public String name() {
      return "range";
    }

    @Override
    public int size() {
      return 4;
    }

    @Override
    public ImageShape shape() {
      return ImageShape.grey(1, 1);
    }

    @Override
    public void read(int index, float[] into, int offset) {
      into[offset] = from + (to - from) * index / 3;
    }
  }

  @Test
  void pixelsFrom0To255AreRefusedWithWhatHelps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(PICTURES, new Range(0, 255)))
        .withMessage(
            "pixels of dataset range must be in [-1.000, 1.000], which the generator (TANH,"
                + " normalization mean 0.5, std 0.5) can make, are in [0.000, 255.0]: scale them,"
                + " by value / 127.5 - 1 if they are from 0 to 255, or take"
                + " generatorOutput(Activation.linear())");
  }

  @Test
  void pixelsBelowWhatTheGeneratorReachesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(PICTURES, new Range(-1.5f, 1)))
        .withMessageContaining("are in [-1.500, 1.000]");
  }

  @Test
  void pixelsMayComeToTheEndsAndRoundABitBeyond() {
    assertThat(check(PICTURES, new Range(-1, 1))).isEmpty();
    assertThat(check(PICTURES, new Range(-1.01f, 1.01f))).isEmpty();
  }

  @Test
  void aGeneratorWithoutEndsMakesAnyPixel() {
    assertThat(check(Settings.linear(), new Range(-300, 255))).isEmpty();
  }

  @Test
  void theRangeIsThatOfTheNormalization() {
    GanBuilder sigmoid =
        Settings.linear().generatorOutput(Activation.sigmoid()).normalization(0, 1);
    assertThat(check(sigmoid, new Range(-1, 1))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(sigmoid, new Range(-2, 1)))
        .withMessageContaining("must be in [-1.000, 1.000], which the generator (SIGMOID");
  }

  @Test
  void pixelsFrom0To1AreDoubtedForTheyAreAllLight() {
    assertThat(check(PICTURES, new Range(0, 1)))
        .containsExactly(
            "pixels of dataset range lie in [0.00, 1]; images are in [-1, 1], so that 0 is grey: if"
                + " 0 is black, give 2 * pixel - 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void aLabelOutOfRangeIsRefusedWithItsImage(int label) {
    Dataset data = new LabelledImages(12, 3).with(7, label);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check(Settings.linear().conditional(Conditioning.projection(3)), data))
        .withMessage(
            "label of image 7 of dataset labelled must be from 0 to 2, was %d".formatted(label));
  }

  @Test
  void aRunThatNeedsNoLabelsDoesNotAskForThem() {
    assertThat(check(Settings.linear(), new LabelledImages(12, 3).with(7, 3))).isEmpty();
  }

  @Test
  void classesWithoutImagesAreDoubtedByNumberAndName() {
    LabelledImages one =
        new LabelledImages(2, 3) {
          @Override
          public List<String> classNames() {
            return List.of("cat", "dog", "fish");
          }
        };
    GanBuilder conditional = Settings.linear().conditional(Conditioning.projection(3));
    assertThat(check(conditional, one))
        .containsExactly(
            "dataset labelled has no images of class 2 (fish): what is generated of such a class"
                + " means nothing");
    assertThat(check(conditional, new LabelledImages(3, 3))).isEmpty();
    assertThat(
            check(
                Settings.linear().conditional(Conditioning.projection(20)),
                new LabelledImages(4, 20)))
        .containsExactly(
            "dataset labelled has no images of 16 classes: 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …:"
                + " what is generated of such a class means nothing");
  }

  @Test
  void aPixelThatIsNotANumberIsNamedByTheStepThatReadsIt() {
    GanBuilder builder = PICTURES.engine(new FakeEngine());
    assertThatExceptionOfType(GanException.class)
        .isThrownBy(() -> builder.train(new NumberedImages(12).with(3, Float.NaN)))
        .withMessageContaining("image 3 of dataset numbered must hold finite values");
  }
}
