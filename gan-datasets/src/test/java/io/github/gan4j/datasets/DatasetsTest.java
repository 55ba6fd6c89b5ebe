package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsTest {
  private static final ImageShape PAIR = ImageShape.grey(1, 2);

  @Test
  void whatIsMadeKeepsLabelsAndTellsWhatWasDone() {
    Dataset data =
        ArrayDataset.of(new float[][] {{1, 0}, {-1, 0}, {0, 0}}, PAIR, new int[] {2, 0, 1}, 4);

    Dataset made = Datasets.withChannels(Datasets.resized(Datasets.limited(data, 2), 3, 5), 3);

    assertThat(made).hasToString("first 2 of array at 3x5 in RGB: 2 images of 3x3x5 in 4 classes");
    assertThat(Facts.labels(made, 2)).containsExactly(2, 0);
    assertThat(Datasets.withChannels(made, 1).name())
        .isEqualTo("first 2 of array at 3x5 in RGB in grey");
  }

  @Test
  void whatIsMadeOfUnlabelledImagesHasNoLabels() {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR);

    assertThat(Datasets.resized(data, 2, 2).classes()).isZero();
    assertThat(Datasets.withChannels(data, 3).classes()).isZero();
    assertThat(Datasets.limited(data, 1).classes()).isZero();
  }

  @Test
  void nothingToDoGivesTheDatasetItself() {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR);

    assertThat(Datasets.resized(data, 1, 2)).isSameAs(data);
    assertThat(Datasets.withChannels(data, 1)).isSameAs(data);
    assertThat(Datasets.limited(data, 2)).isSameAs(data);
  }

  @Test
  void missingDatasetIsNamed() {
    String message = "dataset must be given, was null";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.resized(null, 1, 1))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.withChannels(null, 1))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.limited(null, 1))
        .withMessage(message);
  }

  @Test
  void greyBecomesColourByRepetition() {
    Dataset colour = Datasets.withChannels(ArrayDataset.of(new float[][] {{0.25f, -1}}, PAIR), 3);
    float[] into = {7, 7, 7, 7, 7, 7, 7, 7};

    colour.read(0, into, 1);

    assertThat(into).containsExactly(7, 0.25f, -1, 0.25f, -1, 0.25f, -1, 7);
  }

  @Test
  void colourBecomesGreyByLuma() {
    float[][] colours = {{1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}, {1, 1, 1}, {-1, -1, -1}};
    Dataset grey = Datasets.withChannels(ArrayDataset.of(colours, new ImageShape(3, 1, 1)), 1);

    assertThat(grey.shape()).isEqualTo(ImageShape.grey(1, 1));
    assertThat(Facts.image(grey, 0)).containsExactly(new float[] {2 * 0.299f - 1}, within(2e-5f));
    assertThat(Facts.image(grey, 1)).containsExactly(new float[] {2 * 0.587f - 1}, within(2e-5f));
    assertThat(Facts.image(grey, 2)).containsExactly(new float[] {2 * 0.114f - 1}, within(2e-5f));
    assertThat(Facts.image(grey, 3)).containsExactly(1);
    assertThat(Facts.image(grey, 4)).containsExactly(-1);
  }

  @Test
  void lumaTakesThePixelsOfOnePlace() {
    float[][] image = {{1, 0, 0, 0.5f, 0, 0}};
    Dataset grey = Datasets.withChannels(ArrayDataset.of(image, new ImageShape(3, 1, 2)), 1);

    assertThat(Facts.image(grey, 0))
        .containsExactly(new float[] {0.299f, 0.5f * 0.587f}, within(2e-5f));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 4})
  void otherChannelsAreRefused(int channels) {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.withChannels(data, channels))
        .withMessage("channels must be 1 or 3, was " + channels);
  }

  @Test
  void imagesOfOtherChannelsAreRefused() {
    Dataset data = ArrayDataset.of(new float[1][4], new ImageShape(4, 1, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.withChannels(data, 1))
        .withMessage("dataset must have 1 or 3 channels to be given 1, array has 4");
  }

  @Test
  void limitedShowsTheFirstImages() {
    Dataset limited = Datasets.limited(ArrayDataset.of(new float[][] {{1, 2}, {3, 4}}, PAIR), 1);

    assertThat(limited.size()).isEqualTo(1);
    assertThat(Facts.image(limited, 0)).containsExactly(1, 2);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> limited.read(1, new float[2], 0))
        .withMessage("index must be from 0 to 0 in first 1 of array, was 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3})
  void aLimitOutsideOfTheDatasetIsRefused(int count) {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.limited(data, count))
        .withMessage("count must be from 1 to 2, the size of array, was " + count);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "4, 0", "-1, 4"})
  void sizesBelowOneAreRefused(int height, int width) {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Datasets.resized(data, height, width))
        .withMessage(
            "image channels, height and width must be at least 1, were 1, %d and %d"
                .formatted(height, width));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void resizedImagesAreMadeOnceAndKeptAsBytes(int height) {
    CountedReads source = new CountedReads(0.503f);

    Dataset resized = Datasets.resized(source, height, 2);
    int reads = source.reads.get();

    // 0.503 is byte 191.6.
    assertThat(Facts.image(resized, 2)).containsOnly((float) (192 / 127.5 - 1));
    assertThat(reads).isEqualTo(3);
    assertThat(source.reads).hasValue(3);
    assertThat(resized).hasToString("counted at %dx2: 3 images of 1x%dx2", height, height);
  }

  @Test
  void resizedImagesStandInTheirOrder() {
    Dataset resized =
        Datasets.resized(ArrayDataset.of(new float[][] {{-1, -1}, {1, 1}}, PAIR), 2, 3);

    assertThat(Facts.image(resized, 0)).containsOnly(-1).hasSize(6);
    assertThat(Facts.image(resized, 1)).containsOnly(1);
  }

  @ParameterizedTest
  @ValueSource(floats = {1.5f, -1.01f, Float.NaN, Float.NEGATIVE_INFINITY})
  void valuesThatAreNoPixelsCannotBeResized(float value) {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> Datasets.resized(new CountedReads(value), 2, 2))
        .withMessage("counted: image 0 must have values in [-1, 1] to be resized, has %s", value);
  }

  @Test
  void threadsMayShareAView() {
    Dataset view = Datasets.withChannels(Datasets.resized(Mnist.test(), 33, 30), 3);
    float[] expected = Facts.image(view, 1);

    boolean allEqual =
        IntStream.range(0, 400)
            .parallel()
            .allMatch(
                i -> {
                  float[] other = Facts.image(view, i);
                  return Arrays.equals(Facts.image(view, 1), expected)
                      && Arrays.equals(Facts.image(view, i), other);
                });

    assertThat(allEqual).isTrue();
  }

  /** Three grey images of 4 x 4 pixels, all of one value. */
  private static final class CountedReads implements Dataset {
    private final AtomicInteger reads = new AtomicInteger();
    private final float value;

    CountedReads(float value) {
      this.value = value;
    }

    @Override
    public String name() {
      return "counted";
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public ImageShape shape() {
      return ImageShape.grey(4, 4);
    }

    @Override
    public void read(int index, float[] into, int offset) {
      Objects.checkIndex(index, 3);
      reads.incrementAndGet();
      Arrays.fill(into, offset, offset + 16, value);
    }
  }
}
