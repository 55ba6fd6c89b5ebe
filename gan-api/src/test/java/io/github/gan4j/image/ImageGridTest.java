package io.github.gan4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.ImageShape;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ImageGridTest {

  @Test
  void imagesStandRowByRowTwoPixelsApart() {
    // Four images of one pixel: white, grey, dark, white; the fifth and sixth cell stay black.
    BufferedImage picture = images(1, 0, -0.5f, 1).grid(2, 3).scale(1).picture();

    assertThat(picture.getWidth()).isEqualTo(2 + 3 * 3);
    assertThat(picture.getHeight()).isEqualTo(2 + 2 * 3);
    int[] expected = new int[11 * 8];
    expected[2 * 11 + 2] = 255;
    expected[2 * 11 + 5] = 128;
    expected[2 * 11 + 8] = 64;
    expected[5 * 11 + 2] = 255;
    assertThat(pixels(picture)).containsExactly(expected);
  }

  @Test
  void scaleEnlargesPixelsAndNotTheGaps() {
    BufferedImage picture = images(1).grid(1, 1).scale(3).picture();

    assertThat(picture.getWidth()).isEqualTo(7);
    int[] expected = new int[7 * 7];
    for (int y = 2; y < 5; y++) {
      for (int x = 2; x < 5; x++) {
        expected[y * 7 + x] = 255;
      }
    }
    assertThat(pixels(picture)).containsExactly(expected);
  }

  @Test
  void aPixelOfAnImageKeepsItsPlace() {
    // 2 rows of 3 pixels, the last of the first row white.
    float[] values = {-1, -1, 1, -1, -1, -1};
    BufferedImage picture = Images.of(ImageShape.grey(2, 3), values).grid(1, 1).scale(1).picture();
    int[] expected = new int[7 * 6];
    expected[2 * 7 + 4] = 255;
    assertThat(pixels(picture)).containsExactly(expected);
  }

  @Test
  void imagesBeyondTheCellsAreLeftOut() {
    int[] pixels = pixels(images(-1, 1).grid(1, 1).scale(1).picture());
    assertThat(pixels).containsOnly(0).hasSize(25);
  }

  @Test
  void sizesBelowOneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> images(1).grid(0, 4))
        .withMessage("grid rows, columns and scale must be at least 1, were 0, 4 and 2");
    assertThatIllegalArgumentException().isThrownBy(() -> images(1).grid(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> images(1).grid(1, 1).scale(0));
  }

  @Test
  void picturesTooLargeAreRefusedBeforeMemoryIsTaken() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> images(1).grid(1, Integer.MAX_VALUE))
        .withMessage("grid must be at most 32767 pixels wide and high, was 8589934590 x 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> images(1).grid(1, 1).scale(Integer.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> images(1).grid(8192, 1));
  }

  private static Images images(float... values) {
    return Images.of(ImageShape.grey(1, 1), values);
  }

  private static int[] pixels(BufferedImage picture) {
    return picture
        .getRaster()
        .getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
  }
}
