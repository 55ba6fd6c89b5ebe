package io.github.gan4j.datasets;

import static io.github.gan4j.datasets.IdxBytes.counting;
import static io.github.gan4j.datasets.IdxBytes.gzip;
import static io.github.gan4j.datasets.IdxBytes.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.error.GanException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxBadInputTest {
  private static final byte[] GOOD = counting(0, 2, 2, 2);
  private static final String WHOLE = "must have 24 bytes to hold 2 images of 1x2x2, found ";
  private static final String UNPACKED =
      "must have 24 bytes when unpacked to hold 2 images of 1x2x2, found ";
  private static final int HUGE = Integer.MAX_VALUE;

  private static final String NO_IDX =
      "must be an IDX file, which begins with 00 00 and a type from 08 to 0e, begins with ";

  @TempDir Path folder;

  static Stream<Arguments> badImages() {
    byte[] packed = gzip(GOOD);
    byte[] badCrc = packed.clone();
    badCrc[packed.length - 8] ^= 1;
    byte[] badMethod = packed.clone();
    badMethod[2] = 7;
    return Stream.of(
        arguments(new byte[0], "must be an IDX file, is empty"),
        arguments(gzip(new byte[0]), "must be an IDX file, is empty"),
        arguments(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r'}, NO_IDX + "89 50 4e 47"),
        arguments(new byte[] {0, 0, 8}, NO_IDX + "00 00 08"),
        arguments(header(0x0a, 1, 1, 1), NO_IDX + "00 00 0a 03"),
        arguments(
            header(0x0d, 1, 1, 1),
            "must have elements of type unsigned byte (08) unless their range is stated, found"
                + " float (0d)"),
        arguments(
            header(0x09, 1, 1, 1),
            "must have elements of type unsigned byte (08) unless their range is stated, found"
                + " signed byte (09)"),
        arguments(
            counting(0, 10),
            "must hold images, of rank 3 (count, rows, columns) or 4 (count, channels, rows,"
                + " columns), found rank 1: a file of labels"),
        arguments(
            counting(0, 5, 4),
            "must hold images, of rank 3 (count, rows, columns) or 4 (count, channels, rows,"
                + " columns), found rank 2"),
        arguments(
            Arrays.copyOf(GOOD, 11),
            "must have an IDX header of 16 bytes for [count, rows, columns], found 11 bytes"),
        arguments(header(8, 0, 28, 28), "count must be from 1 to 2147483647, found 0"),
        arguments(header(8, 5, 28, 0), "columns must be from 1 to 2147483647, found 0"),
        arguments(header(8, 5, -1, 28), "rows must be from 1 to 2147483647, found 4294967295"),
        arguments(header(8, 5, 0, 28, 28), "channels must be from 1 to 2147483647, found 0"),
        arguments(
            header(8, 1, 65536, 32768),
            "an image must have at most 2147483647 values, found sizes [65536, 32768]"),
        arguments(
            header(8, 1, 1 << 22, 1 << 21, 1 << 21),
            "an image must have at most 2147483647 values, found sizes"
                + " [4194304, 2097152, 2097152]"),
        arguments(
            counting(0, 2, 28, 28, 3),
            "must have 1 to 4 channels and have them before rows and columns, found sizes"
                + " [28, 28, 3]"),
        arguments(Arrays.copyOf(GOOD, 16), WHOLE + 16),
        arguments(Arrays.copyOf(GOOD, 23), WHOLE + 23),
        arguments(Arrays.copyOf(GOOD, 27), WHOLE + 27),
        arguments(
            header(8, HUGE, HUGE, 1),
            "must have 4611686014132420625 bytes to hold 2147483647 images of 1x2147483647x1,"
                + " found 16"),
        arguments(gzip(Arrays.copyOf(GOOD, 23)), UNPACKED + 23),
        arguments(gzip(Arrays.copyOf(GOOD, 27)), UNPACKED + "more"),
        arguments(
            gzip(header(8, HUGE, 28, 28)),
            "must have 1683627179264 bytes when unpacked to hold 2147483647 images of 1x28x28,"
                + " found a gzip file of %d, too short to hold them"
                    .formatted(gzip(header(8, HUGE, 28, 28)).length)),
        arguments(Arrays.copyOf(packed, 5), "must be a whole gzip file, is cut short"),
        arguments(
            Arrays.copyOf(packed, packed.length - 1), "must be a whole gzip file, is cut short"),
        arguments(badCrc, "must be an intact gzip file, found: Corrupt GZIP trailer"),
        arguments(badMethod, "must be an intact gzip file, found: Unsupported compression method"));
  }

  @ParameterizedTest
  @MethodSource("badImages")
  void badImagesAreRefusedByNameAndRule(byte[] bytes, String reason) {
    Path file = IdxBytes.write(folder, "images", bytes);

    assertRefused(() -> IdxDataset.read(file), file, reason);
  }

  static Stream<Arguments> badLabels() {
    byte[] packed = gzip(counting(0, 2));
    return Stream.of(
        arguments(new byte[0], "must be an IDX file, is empty"),
        arguments(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, NO_IDX + "01 02 03 04"),
        arguments(GOOD, "must hold labels, of rank 1 (count), found rank 3: a file of images"),
        arguments(counting(0, 2, 2), "must hold labels, of rank 1 (count), found rank 2"),
        arguments(
            header(0x0d, 2),
            "must have labels that are whole numbers, found elements of type float (0d)"),
        arguments(header(0x0c, 2), "must have 16 bytes to hold 2 labels, found 8"),
        arguments(
            IdxBytes.concat(header(0x09, 2), new byte[] {0, -1}),
            "must have labels from 0 to 65535, has -1 for image 1"),
        arguments(
            IdxBytes.concat(header(0x0c, 2), new byte[] {0, 1, 0, 0, 0, 0, 0, 0}),
            "must have labels from 0 to 65535, has 65536 for image 0"),
        arguments(Arrays.copyOf(counting(0, 2), 9), "must have 10 bytes to hold 2 labels, found 9"),
        arguments(
            Arrays.copyOf(counting(0, 2), 12), "must have 10 bytes to hold 2 labels, found 12"),
        arguments(
            Arrays.copyOf(packed, packed.length - 5), "must be a whole gzip file, is cut short"));
  }

  @ParameterizedTest
  @MethodSource("badLabels")
  void badLabelsAreRefusedByNameAndRule(byte[] bytes, String reason) {
    Path images = IdxBytes.write(folder, "images", GOOD);
    Path labels = IdxBytes.write(folder, "labels", bytes);

    assertRefused(() -> IdxDataset.read(images, labels), labels, reason);
  }

  @Test
  void labelsMustBeAsManyAsImages() {
    Path images = IdxBytes.write(folder, "images", GOOD);
    Path labels = IdxBytes.write(folder, "labels", counting(0, 3));

    assertRefused(
        () -> IdxDataset.read(images, labels),
        labels,
        "must have 2 labels, as many as there are images in %s, found 3".formatted(images));
  }

  @Test
  void swappedFilesAreNamedAsWhatTheyAre() {
    Path images = IdxBytes.write(folder, "images", GOOD);
    Path labels = IdxBytes.write(folder, "labels", counting(0, 2));

    assertThatThrownBy(() -> IdxDataset.read(labels, images))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(labels + ": must hold images")
        .hasMessageEndingWith("a file of labels");
  }

  @Test
  void missingFileAndFolderAreRefused() {
    Path missing = folder.resolve("missing");

    assertRefused(() -> IdxDataset.read(missing), missing, "must exist");
    assertRefused(() -> IdxDataset.read(folder), folder, "must be a file, is a folder or a device");
  }

  @Test
  void gzipThatIsCutTellsHowFarItGot() {
    byte[] packed = gzip(GOOD);
    Path file = IdxBytes.write(folder, "cut", Arrays.copyOf(packed, packed.length - 12));

    assertThatThrownBy(() -> IdxDataset.read(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(file + ": " + UNPACKED)
        .hasMessageMatching("(?s).*found (1[6-9]|2[0-3]); the gzip file is cut short");
  }

  @Test
  void noCutFileIsRead() {
    for (byte[] whole : new byte[][] {GOOD, gzip(GOOD)}) {
      for (int length = 0; length < whole.length; length++) {
        Path file = IdxBytes.write(folder, "cut", Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> IdxDataset.read(file))
            .as("cut to %d bytes", length)
            .isInstanceOf(DatasetException.class);
      }
    }
  }

  @Test
  void noFlippedBitOfGzipChangesAnImageUnnoticed() {
    byte[] packed = gzip(GOOD);
    float[] expected = Facts.image(IdxDataset.read(IdxBytes.write(folder, "good", packed)), 1);
    for (int bit = 0; bit < packed.length * 8; bit++) {
      byte[] flipped = packed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Path file = IdxBytes.write(folder, "flipped", flipped);
      try {
        Dataset data = IdxDataset.read(file);
        assertThat(Facts.image(data, 1)).containsExactly(expected);
      } catch (DatasetException e) {
        assertThat(e.file()).isEqualTo(file.toString());
      }
    }
  }

  private static void assertRefused(ThrowingCallable read, Path file, String reason) {
    assertThatThrownBy(read)
        .isInstanceOf(GanException.class)
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).isEqualTo(file.toString());
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e).hasMessageStartingWith(file + ": " + reason);
            });
  }
}
