package io.github.gan4j.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.image.Images;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  private static CpuEngine engine;
  private static Classifier classifier;

  @BeforeAll
  static void train() {
    engine = new CpuEngine();
    classifier = QuickClassifier.train(engine);
  }

  @AfterAll
  static void close() {
    classifier.close();
    engine.close();
  }

  @Test
  void namesNineOfTenDigitsThatItHasNotSeen() {
    assertThat(classifier.accuracy(Datasets.limited(Mnist.test(), 2000))).isGreaterThan(0.9);
  }

  @Test
  void whatItNamesDoesNotDependOnTheImagesBeside() {
    Images images = images(Mnist.test(), 1200);
    int[] together = classifier.predict(images);

    assertThat(together).hasSize(1200);
    for (int i : new int[] {0, 499, 500, 999, 1000, 1199}) {
      int[] alone = classifier.predict(Images.of(images.shape(), images.values(i)));
      assertThat(alone).containsExactly(together[i]);
    }
  }

  @Test
  void theSameSeedGivesTheSameClassifierAndAnotherSeedAnother() {
    Dataset few = Datasets.limited(Mnist.train(), 1000);
    Dataset test = Datasets.limited(Mnist.test(), 5000);

    double first = accuracy(few, 3, test);

    assertThat(accuracy(few, 3, test)).isEqualTo(first);
    assertThat(accuracy(few, 4, test)).isNotEqualTo(first);
  }

  @Test
  void channelsAreClassesOfTheirOwnInTheOrderOfTheirChannels() {
    Dataset stacked = Datasets.stacked(Mnist.test(), 64, 2);
    try (TrainedGan gan =
        Gan.builder().latentDim(3).mlp(8).batchSize(8).maxSteps(1).engine(engine).train(stacked)) {
      int[] labels = GeneratedLabels.of(gan.generator(), classifier, 2100, 7);

      Images images = gan.generate(2100, 7);
      assertThat(labels).hasSize(2100);
      for (int i : new int[] {0, 1, 999, 1000, 2099}) {
        int[] digits = classifier.predict(Images.of(ImageShape.grey(28, 28), images.values(i)));
        assertThat(labels[i]).isEqualTo(100 * digits[0] + 10 * digits[1] + digits[2]);
      }
    }
  }

  @Test
  void generatedClassesGoOnInTurnFromBlockToBlock() {
    Dataset data = ArrayDataset.of(new float[16][28 * 28], ImageShape.grey(28, 28), new int[16], 7);
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(3)
            .mlp(8)
            .conditional(7)
            .batchSize(8)
            .maxSteps(1)
            .engine(engine)
            .train(data)) {
      assertThat(GeneratedLabels.of(gan.generator(), classifier, 1500, 7))
          .isEqualTo(classifier.predict(gan.generate(1500, 7)));
    }
  }

  @Test
  void refusesWhatItCannotLearnOrName() {
    Dataset unlabelled = ArrayDataset.of(new float[4][6], ImageShape.grey(2, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassifierTraining(engine, 1, 1).train(unlabelled))
        .withMessage("dataset array must have images in at least 2 classes, has 4 in 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassifierTraining(engine, 0, 1))
        .withMessage("epochs must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.accuracy(unlabelled))
        .withMessage("dataset array must be of shape 1x28x28, as the classifier knows, was 1x2x3");
  }

  private static double accuracy(Dataset data, long seed, Dataset test) {
    try (Classifier trained = new ClassifierTraining(engine, 1, seed).train(data)) {
      return trained.accuracy(test);
    }
  }

  private static Images images(Dataset data, int count) {
    float[] values = new float[count * data.shape().size()];
    for (int i = 0; i < count; i++) {
      data.read(i, values, i * data.shape().size());
    }
    return Images.wrap(data.shape(), values);
  }
}
