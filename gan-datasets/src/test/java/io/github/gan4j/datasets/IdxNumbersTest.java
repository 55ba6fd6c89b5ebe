package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of other types, labels that are found, and images that lie on their side. */
class IdxNumbersTest {
  @TempDir Path folder;

  static Stream<Arguments> types() {
    byte[] bytes = {0, 50, (byte) 150, (byte) 200};
    byte[] signed = {-100, -50, 50, 100};
    ByteBuffer shorts = ByteBuffer.allocate(8);
    shorts.putShort((short) 0).putShort((short) 1000).putShort((short) 3000).putShort((short) 4000);
    ByteBuffer ints = ByteBuffer.allocate(16);
    ints.putInt(-200_000).putInt(-100_000).putInt(100_000).putInt(200_000);
    ByteBuffer floats = ByteBuffer.allocate(16);
    floats.putFloat(0).putFloat(0.25f).putFloat(0.75f).putFloat(1);
    ByteBuffer doubles = ByteBuffer.allocate(32);
    doubles.putDouble(1).putDouble(0.75).putDouble(0.25).putDouble(0);
    return Stream.of(
        arguments(0x08, bytes, 0, 200),
        arguments(0x09, signed, -100, 100),
        arguments(0x0b, shorts.array(), 0, 4000),
        arguments(0x0c, ints.array(), -200_000, 200_000),
        arguments(0x0d, floats.array(), 0, 1),
        arguments(0x0e, doubles.array(), 1, 0));
  }

  @ParameterizedTest
  @MethodSource("types")
  void numbersOfEveryTypeAreReadByTheirRange(int type, byte[] numbers, double black, double white) {
    Path file = write("some", IdxBytes.concat(IdxBytes.header(type, 2, 1, 2), numbers));
    IdxDatasetReader reader = IdxDataset.reader().range(black, white);

    for (Dataset data : List.of(reader.read(file), reader.map(file))) {
      assertThat(data.shape()).isEqualTo(ImageShape.grey(1, 2));
      assertThat(Facts.image(data, 0)).containsExactly(-1, -0.5f);
      assertThat(Facts.image(data, 1)).containsExactly(0.5f, 1);
    }
  }

  @Test
  void numbersWithoutARangeAreRefusedWithWhatHelps() {
    Path file = write("some", IdxBytes.concat(IdxBytes.header(0x0d, 1, 1, 1), new byte[4]));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> IdxDataset.read(file))
        .withMessage(
            file
                + ": must have elements of type unsigned byte (08) unless their range is stated,"
                + " found float (0d); state it by IdxDataset.reader().range(black, white)")
        .matches(e -> e.remedy() == Remedy.STATE_RANGE);
  }

  @ParameterizedTest
  @ValueSource(floats = {1.5f, -0.1f, Float.NaN})
  void numbersOutsideOfTheRangeAreNamed(float number) {
    byte[] numbers = bytes(16).putFloat(0).putFloat(1).putFloat(1).putFloat(number).array();
    Path file = write("some", IdxBytes.concat(IdxBytes.header(0x0d, 2, 1, 2), numbers));
    IdxDatasetReader reader = IdxDataset.reader().range(0, 1);
    String message =
        "%s: must have numbers in the range [0.0, 1.0] that was stated, has %s in image 1";

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> reader.read(file))
        .withMessage(message, file, (double) number);
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> reader.map(file))
        .withMessage(message, file, (double) number);
  }

  @Test
  void rangeMustBeOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxDataset.reader().range(1, 1))
        .withMessage("range must be two different finite numbers, was 1.0 and 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxDataset.reader().range(0, Double.NaN))
        .withMessage("range must be two different finite numbers, was 0.0 and NaN");
  }

  @Test
  void transposedImagesStandUpright() {
    Path file = write("some", IdxBytes.counting(0, 2, 2, 2, 3));
    IdxDatasetReader reader = IdxDataset.reader().transposed(true);

    for (Dataset data : List.of(reader.read(file), reader.map(file))) {
      assertThat(data.shape()).isEqualTo(new ImageShape(2, 3, 2));
      assertThat(Facts.pixels(data, 0)).containsExactly(0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11);
      assertThat(Facts.pixels(data, 1)).startsWith(12, 15, 13);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "int"})
  void labelsOfMoreBytesAreRead(String type) {
    Path images = write("pictures", IdxBytes.counting(0, 2, 1, 1));
    byte[] numbers =
        type.equals("int")
            ? bytes(8).putInt(2).putInt(300).array()
            : bytes(4).putShort((short) 2).putShort((short) 300).array();
    int code = type.equals("int") ? 0x0c : 0x0b;
    Path labels = write("labels", IdxBytes.concat(IdxBytes.header(code, 2), numbers));

    assertThat(Facts.labels(IdxDataset.read(images, labels), 2)).containsExactly(2, 300);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
        arguments("train-images.idx3-ubyte", "train-labels.idx1-ubyte"),
        arguments("train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz"),
        arguments("train-images-idx3-float", "train-labels-idx1-ubyte"),
        arguments("images", "labels"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void labelsBesideTheImagesAreFound(String images, String labels) {
    Path file = write(images, IdxBytes.counting(0, 3, 1, 1));
    byte[] bytes = IdxBytes.counting(4, 3);
    write(labels, labels.endsWith(".gz") ? IdxBytes.gzip(bytes) : bytes);

    for (Dataset data : List.of(IdxDataset.read(file), IdxDataset.map(file))) {
      assertThat(Facts.labels(data, 3)).containsExactly(4, 5, 6);
      assertThat(data.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6");
    }
  }

  @Test
  void packedImagesFindTheirLabelsToo() {
    Path file = write("a-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.counting(0, 2, 1, 1)));
    write("a-labels-idx1-ubyte", IdxBytes.counting(0, 2));

    assertThat(IdxDataset.read(file).classes()).isEqualTo(2);
  }

  @Test
  void emnistsClassesAreKnownByItsNames() {
    Path letters = write("emnist-letters-train-images-idx3-ubyte", IdxBytes.counting(0, 26, 1, 1));
    write("emnist-letters-train-labels-idx1-ubyte", IdxBytes.counting(1, 26));
    Path balanced = write("emnist-balanced-test-images-idx3-ubyte", IdxBytes.counting(0, 47, 1, 1));
    write("emnist-balanced-test-labels-idx1-ubyte", IdxBytes.counting(0, 47));
    Path all = write("emnist-byclass-test-images-idx3-ubyte", IdxBytes.counting(0, 62, 1, 1));
    write("emnist-byclass-test-labels-idx1-ubyte", IdxBytes.counting(0, 62));

    assertThat(IdxDataset.read(letters).classNames())
        .hasSize(27)
        .startsWith("0", "A", "B")
        .endsWith("Z");
    assertThat(IdxDataset.read(balanced).classNames())
        .hasSize(47)
        .startsWith("0")
        .contains("A")
        .endsWith("n", "q", "r", "t");
    assertThat(IdxDataset.map(all).classNames()).hasSize(62).endsWith("y", "z");
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count);
  }

  private Path write(String name, byte[] bytes) {
    return IdxBytes.write(folder, name, bytes);
  }
}
