package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What classes are called is kept by whatever is made of a dataset. */
class ClassNamesTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, 2);

  @Test
  void embeddedDatasetsNameTheirClasses() {
    assertThat(FashionMnist.train().classNames()).isEqualTo(FashionMnist.classNames());
    assertThat(FashionMnist.test().classNames()).contains("Ankle boot");
    assertThat(Mnist.train().classNames()).isEqualTo(Mnist.classNames());
  }

  @Test
  void namesOutliveEveryWrapper() {
    Dataset data = Datasets.withClassNames(digits(2), List.of("cat", "dog"));

    assertThat(data.classNames()).containsExactly("cat", "dog").isUnmodifiable();
    assertThat(Datasets.resized(data, 3, 3).classNames()).containsExactly("cat", "dog");
    assertThat(Datasets.limited(data, 1).classNames()).containsExactly("cat", "dog");
    assertThat(Datasets.withChannels(data, 3).classNames()).containsExactly("cat", "dog");
    assertThat(Datasets.withChannels(Datasets.withChannels(data, 3), 1).classNames())
        .containsExactly("cat", "dog");
    assertThat(Facts.labels(data, 2)).containsExactly(0, 1);
    assertThat(Facts.image(data, 1)).isEqualTo(Facts.image(digits(2), 1));
  }

  @Test
  void stackedClassesAreCalledByTheThreeInThem() {
    List<String> digits = Datasets.stacked(digits(10), 5, 1).classNames();
    List<String> animals =
        Datasets.stacked(Datasets.withClassNames(digits(2), List.of("cat", "dog")), 5, 1)
            .classNames();

    assertThat(digits).hasSize(1000).isUnmodifiable();
    assertThat(digits.get(314)).isEqualTo("314");
    assertThat(digits.get(7)).isEqualTo("007");
    assertThat(animals).hasSize(8);
    assertThat(animals.get(2)).isEqualTo("cat + dog + cat");
  }

  @Test
  void classesWithoutNamesAreCalledByTheirNumbers() {
    assertThat(digits(3).classNames()).containsExactly("0", "1", "2").isUnmodifiable();
    assertThat(ArrayDataset.of(new float[1][2], SHAPE).classNames()).isEmpty();
    assertThat(TwoMoons.sample(4, 1).classNames()).containsExactly("0", "1");
  }

  @Test
  void thereIsANameForEachClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.withClassNames(digits(2), List.of("cat")))
        .withMessage("classNames must be as many as the classes of array, 2, were 1");
  }

  private static Dataset digits(int classes) {
    int[] labels = new int[classes];
    for (int i = 0; i < classes; i++) {
      labels[i] = i;
    }
    return ArrayDataset.of(new float[classes][2], SHAPE, labels, classes);
  }
}
