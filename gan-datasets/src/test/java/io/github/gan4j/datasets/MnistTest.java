package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MnistTest {

  @Test
  void trainHoldsTheSixtyThousandImagesOfMnist() {
    Dataset train = Mnist.train();

    assertThat(train.name()).isEqualTo("mnist-train");
    assertThat(train.size()).isEqualTo(60_000);
    assertThat(train.shape()).isEqualTo(ImageShape.grey(28, 28));
    assertThat(train.classes()).isEqualTo(10);
    assertThat(Facts.labels(train, 5)).containsExactly(5, 0, 4, 1, 9);
    assertThat(train.label(59_999)).isEqualTo(8);
    assertThat(Facts.labelHistogram(train))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(Facts.pixelSum(train)).isEqualTo(1_567_298_545L);
    assertThat(Arrays.stream(Facts.pixels(train, 59_999)).sum()).isEqualTo(20_920);
  }

  @Test
  void testHoldsTheTenThousandImagesOfMnist() {
    Dataset test = Mnist.test();

    assertThat(test.name()).isEqualTo("mnist-test");
    assertThat(test.size()).isEqualTo(10_000);
    assertThat(test.shape()).isEqualTo(ImageShape.grey(28, 28));
    assertThat(test.classes()).isEqualTo(10);
    assertThat(Facts.labels(test, 5)).containsExactly(7, 2, 1, 0, 4);
    assertThat(test.label(9_999)).isEqualTo(6);
    assertThat(Facts.labelHistogram(test))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(Facts.pixelSum(test)).isEqualTo(264_923_200L);
    assertThat(Arrays.stream(Facts.pixels(test, 9_999)).sum()).isEqualTo(41_833);
  }

  @Test
  void pixelsStandRowByRowAndScaledToMinusOneToOne() {
    float[] five = Facts.image(Mnist.train(), 0);

    assertThat(Arrays.copyOfRange(five, 5 * 28 + 11, 5 * 28 + 16))
        .containsExactly(
            -1,
            (float) (3 / 127.5 - 1),
            (float) (18 / 127.5 - 1),
            (float) (18 / 127.5 - 1),
            (float) (18 / 127.5 - 1));
    assertThat(five).contains(-1f).doesNotContain(0f);
  }

  @Test
  void classesAreNamedAfterTheirDigits() {
    assertThat(Mnist.classNames())
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
        .isUnmodifiable();
  }
}
