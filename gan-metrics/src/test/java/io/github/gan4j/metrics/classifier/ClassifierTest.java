package io.github.gan4j.metrics.classifier;

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
  void predictsNineOfTenDigitsThatItHasNotSeen() {
    assertThat(classifier.accuracy(Datasets.limited(Mnist.test(), 2000))).isGreaterThan(0.9);
  }

  @Test
  void predictionsDoNotDependOnTheImagesBeside() {
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
      int[] labels = classifier.predict(gan.generator(), 2100, 7);

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
      assertThat(classifier.predict(gan.generator(), 1500, 7))
          .isEqualTo(classifier.predict(gan.generate(1500, 7)));
    }
  }

  @Test
  void aClassifierOfColourImagesPredictsOneLabelForAllChannels() {
    ImageShape shape = new ImageShape(3, 2, 2);
    Dataset data =
        ArrayDataset.of(new float[][] {new float[12], new float[12]}, shape, new int[] {0, 1}, 2);
    try (Classifier colours = Classifier.train(data, engine, new ClassifierTraining(1, 1));
        TrainedGan gan =
            Gan.builder().latentDim(3).mlp(8).batchSize(2).maxSteps(1).engine(engine).train(data)) {
      assertThat(colours.predict(gan.generator(), 30, 7))
          .hasSize(30)
          .isEqualTo(colours.predict(gan.generate(30, 7)));
    }
  }

  @Test
  void generatorsOfOtherImagesAreRefused() {
    Dataset small = ArrayDataset.of(new float[4][6], ImageShape.grey(2, 3));
    Dataset tenChannels = ArrayDataset.of(new float[4][10 * 28 * 28], new ImageShape(10, 28, 28));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> predict(small, 1))
        .withMessage(
            "generator must make images of 1x28x28, as the classifier was trained on, makes 1x2x3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> predict(tenChannels, 1))
        .withMessage(
            "generator must make images of fewer channels: 10 classes in each of 10 are too many");
  }

  @Test
  void refusesWhatItCannotLearnOrPredict() {
    Dataset unlabelled = ArrayDataset.of(new float[4][6], ImageShape.grey(2, 3));
    Dataset twoClasses = ArrayDataset.of(new float[1][784], ImageShape.grey(28, 28), new int[1], 2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Classifier.train(unlabelled, engine))
        .withMessage("dataset array must have images in at least 2 classes, has 4 in 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassifierTraining.DEFAULT.withEpochs(0))
        .withMessage("epochs must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.accuracy(unlabelled))
        .withMessage(
            "dataset array must be of shape 1x28x28, as the classifier was trained on, had 1x2x3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.accuracy(twoClasses))
        .withMessage("dataset array must have 10 classes, as the classifier has, had 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Classifier.train(null, engine))
        .withMessage("data must be given, was null");
  }

  private static int[] predict(Dataset trainedOn, int count) {
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(3)
            .mlp(8)
            .batchSize(4)
            .maxSteps(1)
            .engine(engine)
            .train(trainedOn)) {
      return classifier.predict(gan.generator(), count, 1);
    }
  }

  private static double accuracy(Dataset data, long seed, Dataset test) {
    try (Classifier trained = Classifier.train(data, engine, new ClassifierTraining(1, seed))) {
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
