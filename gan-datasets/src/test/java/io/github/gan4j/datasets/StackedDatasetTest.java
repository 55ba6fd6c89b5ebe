package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedDatasetTest {
  private static final ImageShape PAIR = ImageShape.grey(1, 2);
  private static final int PARTS = 5;
  private static final int CLASSES = 4;
  private static final int[] LABELS = {3, 0, 1, 3, 2};

  /** Image i is (i, 10 + i), so that it can be told which image a channel is. */
  private static final Dataset SOURCE =
      ArrayDataset.of(
          new float[][] {{0, 10}, {1, 11}, {2, 12}, {3, 13}, {4, 14}}, PAIR, LABELS, CLASSES);

  @Test
  void channelsAreImagesOfTheSourceAndTheirClassesTheDigitsOfTheLabel() {
    Dataset stacked = Datasets.stacked(SOURCE, 1000, 1);

    assertThat(stacked).hasToString("array stacked: 1000 images of 3x1x2 in 64 classes");
    for (int i = 0; i < stacked.size(); i++) {
      float[] image = Facts.image(stacked, i);
      assertThat(image)
          .containsExactly(
              image[0], image[0] + 10, image[2], image[2] + 10, image[4], image[4] + 10);
      int label = 16 * label(image[0]) + 4 * label(image[2]) + label(image[4]);
      assertThat(stacked.label(i)).isEqualTo(label);
    }
  }

  @Test
  void allTriplesAreEquallyLikely() {
    int count = 100_000;
    int[] triples = new int[PARTS * PARTS * PARTS];
    Dataset stacked = Datasets.stacked(SOURCE, count, 2);
    for (int i = 0; i < count; i++) {
      float[] image = Facts.image(stacked, i);
      triples[(int) ((image[0] * PARTS + image[2]) * PARTS + image[4])]++;
    }

    double expected = (double) count / triples.length;
    for (int triple : triples) {
      assertThat((double) triple).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
    }
  }

  @Test
  void theSeedDecidesAndMoreBeginWithTheFewer() {
    float[][] few = images(Datasets.stacked(SOURCE, 100, 1));

    assertThat(images(Datasets.stacked(SOURCE, 100, 1))).isDeepEqualTo(few);
    assertThat(Arrays.copyOf(images(Datasets.stacked(SOURCE, 200, 1)), 100)).isDeepEqualTo(few);
    assertThat(Arrays.deepEquals(images(Datasets.stacked(SOURCE, 100, 2)), few)).isFalse();
  }

  @Test
  void whatASeedMeansNeverChanges() {
    // Computed by another program, from Philox up.
    assertThat(images(Datasets.stacked(SOURCE, 3, 1)))
        .isDeepEqualTo(
            new float[][] {{3, 13, 2, 12, 1, 11}, {4, 14, 1, 11, 2, 12}, {4, 14, 2, 12, 2, 12}});
  }

  @Test
  void readWritesItsOwnPlaceAlone() {
    Dataset stacked = Datasets.stacked(SOURCE, 2, 1);
    float[] image = Facts.image(stacked, 1);
    float[] into = {7, 7, 7, 7, 7, 7, 7, 7};

    stacked.read(1, into, 1);

    assertThat(into)
        .containsExactly(7, image[0], image[1], image[2], image[3], image[4], image[5], 7);
  }

  @Test
  void stackedMnistHasAThousandModesOfThreeDigits() {
    Dataset stacked = Mnist.stacked(1);

    assertThat(stacked)
        .hasToString("mnist-train stacked: 128000 images of 3x28x28 in 1000 classes");
    // 128 are to be expected of each.
    assertThat(Facts.labelHistogram(stacked)).hasSize(1000).doesNotContain(0);
  }

  @Test
  void aChannelOfStackedMnistIsADigitOfItsLabel() {
    Dataset digits = Mnist.test();
    Dataset stacked = Datasets.stacked(digits, 3, 1);

    for (int i = 0; i < 3; i++) {
      float[] image = Facts.image(stacked, i);
      int label = stacked.label(i);
      assertThat(classOf(digits, image, 0)).isEqualTo(label / 100);
      assertThat(classOf(digits, image, 1)).isEqualTo(label / 10 % 10);
      assertThat(classOf(digits, image, 2)).isEqualTo(label % 10);
    }
  }

  @Test
  void datasetsThatCannotBeStackedAreRefused() {
    float[][] images = new float[1][2];

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.stacked(ArrayDataset.of(images, PAIR), 1, 1))
        .withMessage("dataset must have from 1 to 1290 classes to be stacked, array has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Datasets.stacked(ArrayDataset.of(images, PAIR, new int[] {0}, 1291), 1, 1))
        .withMessage("dataset must have from 1 to 1290 classes to be stacked, array has 1291");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.stacked(Datasets.withChannels(SOURCE, 3), 1, 1))
        .withMessage("dataset must have 1 channel to be stacked, array in RGB has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.stacked(new NoImages(), 1, 1))
        .withMessage("dataset must have at least 1 image to be stacked, nothing has 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.stacked(null, 1, 1))
        .withMessage("dataset must be given, was null");
  }

  @Test
  void theMostClassesStillHaveALabelEach() {
    Dataset most = ArrayDataset.of(new float[1][2], PAIR, new int[] {1289}, 1290);

    Dataset stacked = Datasets.stacked(most, 1, 1);

    assertThat(stacked.classes()).isEqualTo(1290 * 1290 * 1290).isPositive();
    assertThat(stacked.label(0)).isEqualTo(stacked.classes() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 715_827_880, Integer.MAX_VALUE})
  void countsOutOfRangeAreRefused(int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.stacked(SOURCE, count, 1))
        .withMessage("count must be from 1 to 715827879, was " + count);
  }

  private static int label(float part) {
    return LABELS[(int) part];
  }

  private static float[][] images(Dataset data) {
    float[][] images = new float[data.size()][];
    Arrays.setAll(images, i -> Facts.image(data, i));
    return images;
  }

  /** Returns the class of the one image of the source that a channel is. */
  private static int classOf(Dataset source, float[] image, int channel) {
    int size = source.shape().size();
    float[] wanted = Arrays.copyOfRange(image, channel * size, (channel + 1) * size);
    float[] read = new float[size];
    for (int i = 0; i < source.size(); i++) {
      source.read(i, read, 0);
      if (Arrays.equals(read, wanted)) {
        return source.label(i);
      }
    }
    throw new AssertionError("channel " + channel + " is no image of " + source.name());
  }

  private record NoImages() implements Dataset {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public ImageShape shape() {
      return PAIR;
    }

    @Override
    public void read(int index, float[] into, int offset) {
      throw new IndexOutOfBoundsException(index);
    }
  }
}
