package io.github.gan4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.fake.NumberedImages;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImagesTest {
  private static final ImageShape GREY = ImageShape.grey(1, 3);

  @Test
  void holdsCopiesOfWhatItIsGivenAndGivesCopies() {
    float[] values = {0, 1, 2, 3, 4, 5};
    Images images = Images.of(GREY, values);
    values[0] = 99;
    images.toArray()[1] = 99;
    images.values(1)[0] = 99;

    assertThat(images.count()).isEqualTo(2);
    assertThat(images.toArray()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(images.values(1)).containsExactly(3, 4, 5);
  }

  @Test
  void aPartOfAnImageIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.of(GREY, new float[4]))
        .withMessage("values must be a multiple of 3, the size of a 1x1x3 image, had 4");
  }

  @Test
  void anIndexOutsideIsRefused() {
    Images images = Images.of(GREY, new float[3]);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> images.values(1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> images.picture(-1));
  }

  @Test
  void minusOneIsBlackAndOneIsWhite() {
    assertThat(greyPixels(-1, 0, 1)).containsExactly(0, 128, 255);
  }

  @Test
  void everyByteSurvivesTheWayToAValueAndBack() {
    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(Pixels.toByte(pixel / 127.5f - 1)).isEqualTo(pixel);
    }
  }

  @Test
  void valuesOutsideAreClippedAndNaNIsBlack() {
    assertThat(greyPixels(-1.5f, 1.5f, Float.NaN)).containsExactly(0, 255, 0);
    assertThat(greyPixels(-1e30f, 1e30f, 0)).containsExactly(0, 255, 128);
    assertThat(greyPixels(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0))
        .containsExactly(0, 255, 128);
  }

  @Test
  void threeChannelsAreRedGreenAndBlue() {
    // Planes of 1 x 2 pixels: red, green, blue.
    Images images = Images.of(new ImageShape(3, 1, 2), new float[] {1, -1, -1, 1, 0, -1});
    BufferedImage picture = images.picture(0);
    assertThat(picture.getRGB(0, 0)).isEqualTo(0xFFFF0080);
    assertThat(picture.getRGB(1, 0)).isEqualTo(0xFF00FF00);
  }

  @Test
  void twoChannelsMakeNoPicture() {
    Images images = Images.of(new ImageShape(2, 1, 1), new float[2]);
    String message = "a picture needs 1 or 3 channels, the images have 2";
    assertThatIllegalStateException().isThrownBy(() -> images.picture(0)).withMessage(message);
    assertThatIllegalStateException()
        .isThrownBy(() -> images.grid(1, 1).picture())
        .withMessage(message);
  }

  private static int[] greyPixels(float... values) {
    return Images.of(GREY, values).picture(0).getRaster().getPixels(0, 0, 3, 1, (int[]) null);
  }

  @Test
  void evenlySpacedImagesComeFromAllOverADataset() {
    NumberedImages ten = new NumberedImages(10);

    Images four = Images.evenlySpaced(ten, 4);

    assertThat(ten.takeRead()).containsExactly(0, 2, 5, 7);
    assertThat(four.shape()).isEqualTo(ten.shape());
    assertThat(four.toArray()).containsExactly(0, -1, 0.2f, -1, 0.5f, -1, 0.7f, -1);
    assertThat(Images.evenlySpaced(ten, 11).count()).isEqualTo(10);
    assertThat(ten.takeRead()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Images.evenlySpaced(ten, 0))
        .withMessage("most must be at least 1, was 0");
  }
}
