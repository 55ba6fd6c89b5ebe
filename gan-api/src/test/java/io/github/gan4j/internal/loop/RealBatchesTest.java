package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.GanException;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.internal.network.PixelScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealBatchesTest {
  private static final PixelScale AS_THEY_ARE = new PixelScale(GanDefaults.NORMALIZATION);

  private final float[] target = new float[8];

  @Test
  void everyPassShowsEveryImageOnceInAnOrderOfItsOwn() {
    List<int[]> passes = new ArrayList<>();
    NumberedImages images = new NumberedImages(12);
    RealBatches batches = new RealBatches(images, AS_THEY_ARE, 4, 1);
    for (int step = 0; step < 9; step++) {
      batches.read(step, target);
      if (step % 3 == 2) {
        passes.add(images.takeRead());
      }
    }
    assertThat(passes)
        .hasSize(3)
        .doesNotHaveDuplicates()
        .allSatisfy(
            pass ->
                assertThat(pass)
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                    .isNotEqualTo(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
  }

  @Test
  void aRestThatFillsNoBatchIsOtherImagesEachPass() {
    NumberedImages images = new NumberedImages(11);
    RealBatches batches = new RealBatches(images, AS_THEY_ARE, 4, 1);
    int[] shown = new int[11];
    for (int pass = 0; pass < 40; pass++) {
      batches.read(2L * pass, target);
      batches.read(2L * pass + 1, target);
      int[] read = images.takeRead();
      assertThat(read).hasSize(8).doesNotHaveDuplicates();
      for (int index : read) {
        shown[index]++;
      }
    }
    assertThat(shown).doesNotContain(0, 40);
  }

  @Test
  void aStepsImagesDependOnSeedAndStepAlone() {
    NumberedImages images = new NumberedImages(12);
    RealBatches batches = new RealBatches(images, AS_THEY_ARE, 4, 1);
    for (int step = 0; step < 7; step++) {
      batches.read(step, target);
    }
    images.takeRead();
    batches.read(7, target);
    int[] inOrder = images.takeRead();

    new RealBatches(images, AS_THEY_ARE, 4, 1).read(7, target);
    assertThat(images.takeRead()).containsExactly(inOrder);
    new RealBatches(images, AS_THEY_ARE, 4, 2).read(7, target);
    assertThat(images.takeRead()).isNotEqualTo(inOrder);
  }

  @Test
  void imagesStandOneAfterTheOther() {
    NumberedImages images = new NumberedImages(12);
    new RealBatches(images, AS_THEY_ARE, 4, 1).read(0, target);
    int[] read = images.takeRead();
    for (int i = 0; i < 4; i++) {
      assertThat(target[2 * i]).isEqualTo((float) read[i] / 12);
      assertThat(target[2 * i + 1]).isEqualTo(-1);
    }
  }

  @Test
  void pixelsAreNormalised() {
    NumberedImages images = new NumberedImages(12);
    new RealBatches(images, new PixelScale(new Normalization(0.2, 0.4)), 4, 1).read(0, target);
    int[] read = images.takeRead();
    for (int i = 0; i < 4; i++) {
      double pixel = (read[i] / 12.0 + 1) / 2;
      assertThat(target[2 * i]).isCloseTo((float) ((pixel - 0.2) / 0.4), within(1e-6f));
      assertThat(target[2 * i + 1]).isCloseTo(-0.5f, within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsAnErrorThatNamesTheImage(float value) {
    RealBatches batches = new RealBatches(new NumberedImages(12).with(5, value), AS_THEY_ARE, 4, 1);
    assertThatExceptionOfType(GanException.class)
        .isThrownBy(
            () -> {
              for (int step = 0; step < 3; step++) {
                batches.read(step, target);
              }
            })
        .withMessage("image 5 of dataset numbered must hold finite values, held %s at 1", value);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MAX_VALUE, -Float.MAX_VALUE, -0f, Float.MIN_VALUE})
  void finiteValuesPassHoweverLarge(float value) {
    RealBatches batches = new RealBatches(new NumberedImages(4).with(2, value), AS_THEY_ARE, 4, 1);
    assertThatCode(() -> batches.read(0, target)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9})
  void aValueThatIsNotFiniteIsFoundWhereverItIs(int pixels) {
    for (int bad = 0; bad < pixels; bad++) {
      RealBatches batches = new RealBatches(new OneBadPixel(pixels, bad), AS_THEY_ARE, 1, 1);
      assertThatExceptionOfType(GanException.class)
          .isThrownBy(() -> batches.read(0, new float[pixels]))
          .withMessage("image 0 of dataset bad must hold finite values, held NaN at %s", bad);
    }
  }

  /** One image whose pixels are finite but for one. */
  private record OneBadPixel(int pixels, int bad) implements Dataset {
    @Override
    public String name() {
      return "bad";
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public ImageShape shape() {
      return ImageShape.grey(1, pixels);
    }

    @Override
    public void read(int index, float[] into, int offset) {
      Arrays.fill(into, offset, offset + pixels, 0.5f);
      into[offset + bad] = Float.NaN;
    }
  }
}
