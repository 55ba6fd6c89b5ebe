package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageShape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras and programs write them; the right values are Pillow's. */
class ImageCasesTest {
  private static final int[] ICC_FIRST = {1, 2, 240};
  private static final int[] ICC_LAST = {243, 5, 5};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rgb_greyicc.jpg", "icc_lab.jpg"})
  void colourProfileThatIsNotForRgbDoesNotMatter(String name) throws IOException {
    put(name);

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.shape()).isEqualTo(new ImageShape(3, 16, 16));
    assertRgb(data, 0, 0, ICC_FIRST);
    assertRgb(data, 0, 15, ICC_LAST);
  }

  @Test
  void greyProfileInPngDoesNotMatter() {
    int[] samples = {7, 8, 9, 10};
    byte[] png =
        ImageFiles.encode(
            ImageFiles.image(BufferedImage.TYPE_3BYTE_BGR, 2, 2, samples, samples, samples), "png");
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    profile.writeBytes(new byte[] {'x', 0, 0});
    try (DeflaterOutputStream packed = new DeflaterOutputStream(profile)) {
      packed.write(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImageFiles.write(
        folder.resolve("a.png"),
        IdxBytes.concat(
            Arrays.copyOf(png, 33),
            chunk("iCCP", profile.toByteArray()),
            Arrays.copyOfRange(png, 33, png.length)));

    assertThat(Facts.pixels(ImageFolder.read(folder), 0))
        .containsExactly(7, 8, 9, 10, 7, 8, 9, 10, 7, 8, 9, 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jfif", "x.jpe", "a.bmp"})
  void commonNamesAndBitmapsAreRead(String name) throws IOException {
    put(name);

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.size()).isEqualTo(1);
    assertRgb(data, 0, 0, name.endsWith("bmp") ? new int[] {0, 0, 255} : new int[] {0, 3, 238});
  }

  @Test
  void jpegThatLacksOnlyItsEndMarkIsRead() throws IOException {
    put("trunc_eoi.jpg");

    assertThat(ImageFolder.read(folder).shape()).isEqualTo(new ImageShape(3, 64, 64));
  }

  @Test
  void cmykIsNamedWithWhatToDo() throws IOException {
    Path file = put("cmyk.jpg");

    assertThatThrownBy(() -> ImageFolder.read(folder))
        .hasMessage(file + ": must be grey or RGB, is CMYK: convert it to RGB first");
  }

  @Test
  void orientationOfAPhotoIsApplied() throws IOException {
    put("exif_none.jpg");
    ImageFolder stored = ImageFolder.read(folder);
    Files.delete(folder.resolve("exif_none.jpg"));
    put("exif6.jpg");
    ImageFolder shown = ImageFolder.read(folder);

    assertThat(Facts.pixels(stored, 0)[8]).as("bar on top").isCloseTo(255, within(2));
    assertThat(Facts.pixels(stored, 0)[8 * 16 + 15]).as("none at the right").isLessThan(100);
    assertThat(Facts.pixels(shown, 0)[8 * 16 + 15])
        .as("bar at the right")
        .isCloseTo(255, within(2));
    assertThat(Facts.pixels(shown, 0)[8]).as("none on top").isLessThan(100);
  }

  @Test
  void orientationSwapsHeightAndWidth() throws IOException {
    put("exif6_8x16.jpg");

    assertThat(ImageFolder.read(folder).shape()).isEqualTo(new ImageShape(3, 16, 8));
    assertThat(ImageFolder.reader().shape(folder)).isEqualTo(new ImageShape(3, 16, 8));
  }

  /** The stored image is 0 1 2 above 3 4 5; what is shown is EXIF 2.32's figure of the tag. */
  @ParameterizedTest
  @CsvSource({
    "1, 012345, 3",
    "2, 210543, 3",
    "3, 543210, 3",
    "4, 345012, 3",
    "5, 031425, 2",
    "6, 304152, 2",
    "7, 524130, 2",
    "8, 251403, 2",
    "0, 012345, 3",
    "9, 012345, 3"
  })
  void allEightOrientationsAreApplied(int tag, String shown, int width) {
    for (boolean bigEndian : new boolean[] {true, false}) {
      byte[] png = ImageFiles.encode(ImageFiles.grey(3, 2, 0), "png");
      byte[] oriented =
          IdxBytes.concat(
              Arrays.copyOf(png, 33),
              chunk("eXIf", exif(tag, bigEndian)),
              Arrays.copyOfRange(png, 33, png.length));
      ImageFiles.write(folder.resolve("a.png"), oriented);

      ImageFolder data = ImageFolder.read(folder);

      assertThat(data.shape()).isEqualTo(ImageShape.grey(6 / width, width));
      assertThat(Facts.pixels(data, 0)).containsExactly(shown.chars().map(c -> c - '0').toArray());
    }
  }

  @Test
  void damagedExifIsIgnored() {
    byte[] png = ImageFiles.encode(ImageFiles.grey(3, 2, 0), "png");
    byte[] exif = exif(6, true);
    for (int length = 0; length < exif.length; length++) {
      ImageFiles.write(
          folder.resolve("a.png"),
          IdxBytes.concat(
              Arrays.copyOf(png, 33),
              chunk("eXIf", Arrays.copyOf(exif, length)),
              Arrays.copyOfRange(png, 33, png.length)));

      // From its value on, the entry is whole.
      assertThat(ImageFolder.read(folder).shape().width()).isEqualTo(length < 20 ? 3 : 2);
    }
  }

  private static byte[] exif(int orientation, boolean bigEndian) {
    ByteBuffer block = ByteBuffer.allocate(26);
    block.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    block.putShort((short) (bigEndian ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
    block.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    return block.putShort((short) orientation).array();
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return IdxBytes.concat(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        name,
        data,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static void assertRgb(ImageFolder data, int row, int column, int[] rgb) {
    int[] pixels = Facts.pixels(data, 0);
    int size = data.shape().height() * data.shape().width();
    for (int channel = 0; channel < 3; channel++) {
      assertThat(pixels[channel * size + row * data.shape().width() + column])
          .as("channel %d of row %d, column %d", channel, row, column)
          .isCloseTo(rgb[channel], within(2));
    }
  }

  private Path put(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = ImageCasesTest.class.getResourceAsStream("images/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), file);
    }
    return file;
  }
}
