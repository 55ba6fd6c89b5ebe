package io.github.gan4j.datasets;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is unpacked into a file is the folder that is read into memory. */
class UnpackedFolderTest {
  @TempDir private Path temporary;
  private Path folder;
  private Path pixels;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("images"));
    pixels = temporary.resolve("pixels");
  }

  @Test
  void greyImagesAndTheirLabels() {
    write("cat/1.png", 30);
    write("cat/2.png", 20);
    write("dog/1.png", 10);

    ImageFolder unpacked = ImageFolder.unpack(folder, pixels);

    assertSame(unpacked, ImageFolder.read(folder));
    assertThat(unpacked.classNames()).containsExactly("cat", "dog");
    assertThat(Facts.labels(unpacked, 3)).containsExactly(0, 0, 1);
    assertThat(pixels).hasSize(16 + 3 * 6);
    assertThat(ImageFolder.reader().bytes(folder)).isEqualTo(3 * 6);
    assertSame(IdxDataset.map(pixels), unpacked);
  }

  @Test
  void oneColourImageMakesAllRgb() {
    write("a.png", 40);
    ImageFiles.write(
        folder.resolve("b.png"),
        ImageFiles.image(
            TYPE_3BYTE_BGR,
            3,
            2,
            new int[] {1, 2, 3, 4, 5, 6},
            new int[] {11, 12, 13, 14, 15, 16},
            new int[] {21, 22, 23, 24, 25, 26}));
    write("c.png", 50);

    ImageFolder unpacked = ImageFolder.unpack(folder, pixels);

    assertThat(unpacked.shape()).isEqualTo(new ImageShape(3, 2, 3));
    assertSame(unpacked, ImageFolder.read(folder));
    assertThat(pixels).hasSize(20 + 3 * 18);
    assertSame(IdxDataset.map(pixels), unpacked);
  }

  @Test
  void damagedImageLeavesNoFile() throws IOException {
    write("a.png", 40);
    Files.write(folder.resolve("b.png"), new byte[] {1, 2, 3});

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.unpack(folder, pixels))
        .withMessageContaining("b.png");
    assertThat(pixels).doesNotExist();
  }

  @Test
  void imageOfAnotherSizeLeavesNoFile() {
    write("a.png", 40);
    ImageFiles.write(folder.resolve("b.png"), ImageFiles.grey(4, 4, 0));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.unpack(folder, pixels))
        .withMessageContaining("must be of 3 x 2 pixels (width x height) like");
    assertThat(pixels).doesNotExist();
  }

  @Test
  void existingFileIsLeftAlone() throws IOException {
    write("a.png", 40);
    Files.writeString(pixels, "mine");

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.unpack(folder, pixels))
        .withMessage(pixels + ": must be a new file, exists");
    assertThat(pixels).hasContent("mine");
  }

  @Test
  void fileThatCannotBeWrittenIsTold() {
    write("a.png", 40);
    Path nowhere = temporary.resolve("no/where");

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.unpack(folder, nowhere))
        .withMessageStartingWith(nowhere + ": must be writable, failed with ");
  }

  private void write(String name, int first) {
    ImageFiles.write(folder.resolve(name), ImageFiles.grey(3, 2, first));
  }

  private static void assertSame(Dataset actual, Dataset expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Facts.pixels(actual, i)).isEqualTo(Facts.pixels(expected, i));
    }
  }
}
