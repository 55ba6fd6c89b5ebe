package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FashionMnistTest {

  @Test
  void trainHoldsTheSixtyThousandImagesOfFashionMnist() {
    Dataset train = FashionMnist.train();

    assertThat(train.name()).isEqualTo("fashion-mnist-train");
    assertThat(train.size()).isEqualTo(60_000);
    assertThat(train.shape()).isEqualTo(ImageShape.grey(28, 28));
    assertThat(Facts.labels(train, 5)).containsExactly(9, 0, 0, 3, 0);
    assertThat(Facts.labelHistogram(train)).hasSize(10).containsOnly(6_000);
    assertThat(Facts.pixelSum(train)).isEqualTo(3_431_114_169L);
    assertThat(Arrays.stream(Facts.pixels(train, 59_999)).sum()).isEqualTo(16_684);
  }

  @Test
  void testHoldsTheTenThousandImagesOfFashionMnist() {
    Dataset test = FashionMnist.test();

    assertThat(test.name()).isEqualTo("fashion-mnist-test");
    assertThat(test.size()).isEqualTo(10_000);
    assertThat(test.shape()).isEqualTo(ImageShape.grey(28, 28));
    assertThat(Facts.labels(test, 5)).containsExactly(9, 2, 1, 1, 6);
    assertThat(Facts.labelHistogram(test)).hasSize(10).containsOnly(1_000);
    assertThat(Facts.pixelSum(test)).isEqualTo(573_469_082L);
    assertThat(Arrays.stream(Facts.pixels(test, 9_999)).sum()).isEqualTo(24_390);
  }

  @Test
  void classesAreNamedInTheOrderOfTheirLabels() {
    assertThat(FashionMnist.classNames())
        .containsExactly(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot")
        .isUnmodifiable();
  }
}
