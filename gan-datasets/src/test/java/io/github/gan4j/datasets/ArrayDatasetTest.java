package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayDatasetTest {
  private static final ImageShape SHAPE = new ImageShape(2, 2, 3);
  private static final ImageShape PAIR = ImageShape.grey(1, 2);

  @Test
  void floatsAreTakenAsTheyAre() {
    Dataset data = ArrayDataset.of(new float[][] {{-1, 0.25f}, {1, 7}}, PAIR);

    assertThat(data.size()).isEqualTo(2);
    assertThat(data.shape()).isEqualTo(PAIR);
    assertThat(data.name()).isEqualTo("array");
    assertThat(Facts.image(data, 0)).containsExactly(-1, 0.25f);
    assertThat(Facts.image(data, 1)).containsExactly(1, 7);
    assertThat(data.classes()).isZero();
    assertThat(data).hasToString("array: 2 images of 1x1x2");
  }

  @Test
  void bytesAreUnsignedAndScaled() {
    Dataset data = ArrayDataset.of(new byte[][] {{0, -1}, {51, -52}}, PAIR, new int[] {2, 0}, 4);

    assertThat(Facts.image(data, 0)).containsExactly(-1, 1);
    assertThat(Facts.image(data, 1)).containsExactly(-0.6f, 0.6f);
    assertThat(data.classes()).isEqualTo(4);
    assertThat(Facts.labels(data, 2)).containsExactly(2, 0);
    assertThat(data).hasToString("array: 2 images of 1x1x2 in 4 classes");
  }

  @Test
  void laterChangesToTheArraysDoNotShow() {
    float[][] floats = {{1, 2}};
    byte[][] bytes = {{0, -1}};
    int[] labels = {3};
    Dataset ofFloats = ArrayDataset.of(floats, PAIR, labels, 5);
    Dataset ofBytes = ArrayDataset.of(bytes, PAIR);

    floats[0][0] = 9;
    bytes[0][0] = 9;
    labels[0] = 4;
    float[] read = Facts.image(ofFloats, 0);
    read[1] = 9;

    assertThat(Facts.image(ofFloats, 0)).containsExactly(1, 2);
    assertThat(ofFloats.label(0)).isEqualTo(3);
    assertThat(Facts.image(ofBytes, 0)).containsExactly(-1, 1);
  }

  @Test
  void readWritesItsOwnPlaceAlone() {
    float[] into = {5, 5, 5, 5};

    ArrayDataset.of(new float[][] {{1, 2}}, PAIR).read(0, into, 1);
    assertThat(into).containsExactly(5, 1, 2, 5);

    ArrayDataset.of(new byte[][] {{0, -1}}, PAIR).read(0, into, 2);
    assertThat(into).containsExactly(5, 1, -1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void indexMustBeOfTheDataset(int index) {
    Dataset data = ArrayDataset.of(new float[2][2], PAIR, new int[2], 1);
    String message = "index must be from 0 to 1 in array, was " + index;

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> data.read(index, new float[2], 0))
        .withMessage(message);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> data.label(index))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"3, 2", "3, -1", "1, 0", "0, 0", "3, 2147483647"})
  void targetMustHaveRoomAndIsLeftAloneOtherwise(int length, int offset) {
    float[] into = new float[length];

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> ArrayDataset.of(new float[][] {{1, 2}}, PAIR).read(0, into, offset))
        .withMessage(
            "into must have room for 2 values of array from offset %d on, has %d"
                .formatted(offset, length));
    assertThat(into).containsOnly(new float[length]);
  }

  @Test
  void labelOfUnlabelledDataIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ArrayDataset.of(new float[2][2], PAIR).label(0))
        .withMessage("dataset array has no labels");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteAreNamedByImageAndPlace(float value) {
    float[][] images = new float[3][12];
    images[2][7] = value;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(images, SHAPE))
        .withMessage(
            "image 2 must have finite values, has %s at channel 1, row 0, column 1"
                .formatted(value));
  }

  @Test
  void imagesOfAnotherLengthAreNamed() {
    String message = "image 1 must have 12 values for shape 2x2x3, has ";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new float[][] {new float[12], new float[11]}, SHAPE))
        .withMessage(message + 11);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new byte[][] {new byte[12], new byte[13]}, SHAPE))
        .withMessage(message + 13);
  }

  @Test
  void noImagesAreRefused() {
    String message = "images must be at least 1, were 0";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new float[0][], SHAPE))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new byte[0][], SHAPE))
        .withMessage(message);
  }

  @Test
  void missingArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of((float[][]) null, SHAPE))
        .withMessage("images must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new byte[1][2], null))
        .withMessage("shape must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new float[][] {{1, 2}, null}, PAIR))
        .withMessage("image 1 must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new byte[1][2], PAIR, null, 2))
        .withMessage("labels must be given, was null");
  }

  @Test
  void labelsMustBeInRangeAndAsManyAsTheImages() {
    float[][] images = new float[2][2];

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(images, PAIR, new int[] {0, 3}, 3))
        .withMessage("label of image 1 must be from 0 to 2, was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(new byte[2][2], PAIR, new int[] {-1, 0}, 3))
        .withMessage("label of image 0 must be from 0 to 2, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(images, PAIR, new int[3], 3))
        .withMessage("labels must be as many as the images, 2, were 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayDataset.of(images, PAIR, new int[2], 0))
        .withMessage("classes must be at least 1, was 0");
  }
}
