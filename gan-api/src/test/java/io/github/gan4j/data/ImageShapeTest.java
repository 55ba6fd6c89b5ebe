package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.fake.NumberedImages;
import org.junit.jupiter.api.Test;

class ImageShapeTest {

  @Test
  void sizesBelowOneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageShape(1, 0, 28))
        .withMessage("image channels, height and width must be at least 1, were 1, 0 and 28");
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageShape(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageShape(1, 1, -1));
  }

  @Test
  void imagesLargerThanAnArrayAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageShape(2, 32_768, 32_768))
        .withMessage("image must have at most 2147483647 values, was 2 x 32768 x 32768");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageShape(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(new ImageShape(1, 1, Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void sizeAndTextNameChannelsHeightAndWidth() {
    assertThat(new ImageShape(3, 4, 5).size()).isEqualTo(60);
    assertThat(new ImageShape(3, 4, 5)).hasToString("3x4x5");
    assertThat(ImageShape.grey(4, 5)).isEqualTo(new ImageShape(1, 4, 5));
  }

  @Test
  void aDatasetWithoutLabelsSaysSo() {
    Dataset dataset = new NumberedImages(3);
    assertThat(dataset.classes()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(() -> dataset.label(0))
        .withMessage("dataset numbered has no labels");
  }
}
