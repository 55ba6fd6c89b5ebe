package io.github.gan4j.datasets;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {
  @TempDir Path folder;

  @Test
  void greyImagesAreOneChannelRowByRowInTheOrderOfTheirNames() {
    write("b.png", 20);
    write("a10.PNG", 10);
    write("B2.png", 0);
    write("a9.png", 100);

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.size()).isEqualTo(4);
    assertThat(data.shape()).isEqualTo(ImageShape.grey(2, 3));
    assertThat(data.name()).isEqualTo(folder.getFileName().toString());
    assertThat(data.classes()).isZero();
    assertThat(data.classNames()).isEmpty();
    assertThat(Facts.pixels(data, 0)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(Facts.pixels(data, 1)).containsExactly(10, 11, 12, 13, 14, 15);
    assertThat(Facts.pixels(data, 2)).containsExactly(100, 101, 102, 103, 104, 105);
    assertThat(Facts.pixels(data, 3)).containsExactly(20, 21, 22, 23, 24, 25);
  }

  @Test
  void singleFilesStandInTheOrderGiven() {
    write("a.png", 10);
    write("b/c.png", 20);
    List<Path> files = List.of(folder.resolve("b/c.png"), folder.resolve("a.png"));

    ImageFolder data = ImageFolder.readFiles(files);

    assertThat(data.size()).isEqualTo(2);
    assertThat(data.name()).isEqualTo("c.png");
    assertThat(data.classes()).isZero();
    assertThat(Facts.pixels(data, 0)).startsWith(20, 21);
    assertThat(Facts.pixels(data, 1)).startsWith(10, 11);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolder.readFiles(List.of()))
        .withMessage("files must be at least one, were none");
  }

  @Test
  void everyGreyLevelComesThroughUnchanged() {
    ImageFiles.write(folder.resolve("all.png"), ImageFiles.grey(16, 16, 0));

    assertThat(Facts.pixels(ImageFolder.read(folder), 0))
        .containsExactly(IntStream.range(0, 256).toArray());
  }

  @Test
  void subFoldersAreClassesInTheOrderOfTheirNames() {
    write("dog/1.png", 10);
    write("cat/2.png", 20);
    write("cat/1.png", 30);

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.classNames()).containsExactly("cat", "dog").isUnmodifiable();
    assertThat(data.classes()).isEqualTo(2);
    assertThat(Facts.labels(data, 3)).containsExactly(0, 0, 1);
    assertThat(Facts.pixels(data, 0)[0]).isEqualTo(30);
    assertThat(Facts.pixels(data, 1)[0]).isEqualTo(20);
    assertThat(Facts.pixels(data, 2)[0]).isEqualTo(10);
  }

  @Test
  void oneColourImageMakesAllRgb() {
    write("grey.png", 40);
    ImageFiles.write(
        folder.resolve("rgb.png"),
        ImageFiles.image(
            TYPE_3BYTE_BGR,
            3,
            2,
            new int[] {1, 2, 3, 4, 5, 6},
            new int[] {11, 12, 13, 14, 15, 16},
            new int[] {21, 22, 23, 24, 25, 26}));

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.shape()).isEqualTo(new ImageShape(3, 2, 3));
    assertThat(Facts.pixels(data, 0))
        .containsExactly(40, 41, 42, 43, 44, 45, 40, 41, 42, 43, 44, 45, 40, 41, 42, 43, 44, 45);
    assertThat(Facts.pixels(data, 1))
        .containsExactly(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 21, 22, 23, 24, 25, 26);
  }

  @Test
  void jpegIsReadGreyAndInColour() {
    int[] red = IntStream.range(0, 64).map(i -> 200).toArray();
    int[] rest = IntStream.range(0, 64).map(i -> 30).toArray();
    ImageFiles.write(
        folder.resolve("1/a.jpg"), ImageFiles.image(TYPE_3BYTE_BGR, 8, 8, red, rest, rest));
    byte[] grey = ImageFiles.encode(ImageFiles.image(TYPE_BYTE_GRAY, 8, 8, red), "jpeg");
    ImageFiles.write(folder.resolve("2/b.JPEG"), grey);

    ImageFolder colour = ImageFolder.read(folder.resolve("1"));
    ImageFolder greys = ImageFolder.read(folder.resolve("2"));

    assertThat(colour.shape()).isEqualTo(new ImageShape(3, 8, 8));
    assertThat(Facts.pixels(colour, 0)[0]).isCloseTo(200, within(3));
    assertThat(Facts.pixels(colour, 0)[64]).isCloseTo(30, within(3));
    assertThat(Facts.pixels(colour, 0)[191]).isCloseTo(30, within(3));
    assertThat(greys.shape()).isEqualTo(ImageShape.grey(8, 8));
    assertThat(Facts.pixels(greys, 0)[63]).isCloseTo(200, within(2));
  }

  @Test
  void formatIsToldByContentAndNotByName() {
    byte[] png = ImageFiles.encode(ImageFiles.grey(3, 2, 60), "png");
    ImageFiles.write(folder.resolve("a.jpg"), png);

    assertThat(Facts.pixels(ImageFolder.read(folder), 0)).containsExactly(60, 61, 62, 63, 64, 65);
  }

  @Test
  void fewerAndMoreThanEightBitsBecomeEight() {
    ImageFiles.write(
        folder.resolve("1.png"), ImageFiles.image(TYPE_BYTE_BINARY, 2, 2, new int[] {0, 1, 1, 0}));
    ImageFiles.write(
        folder.resolve("16.png"),
        ImageFiles.image(TYPE_USHORT_GRAY, 2, 2, new int[] {0, 128, 129, 65535}));

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.shape()).isEqualTo(ImageShape.grey(2, 2));
    assertThat(Facts.pixels(data, 0)).containsExactly(0, 255, 255, 0);
    assertThat(Facts.pixels(data, 1)).containsExactly(0, 0, 1, 255);
  }

  @Test
  void paletteIsLookedUpAndIsGreyIfAllItsColoursAre() {
    ImageFiles.write(
        folder.resolve("grey/a.png"),
        ImageFiles.palette(2, 1, new int[] {0xff000000, 0xff404040, 0xff909090}, 2, 1));
    ImageFiles.write(
        folder.resolve("rgb/a.png"),
        ImageFiles.palette(2, 1, new int[] {0xff000000, 0xff102030, 0xff909090}, 2, 1));

    ImageFolder grey = ImageFolder.read(folder.resolve("grey"));
    ImageFolder rgb = ImageFolder.read(folder.resolve("rgb"));

    assertThat(grey.shape()).isEqualTo(ImageShape.grey(1, 2));
    assertThat(Facts.pixels(grey, 0)).containsExactly(0x90, 0x40);
    assertThat(rgb.shape()).isEqualTo(new ImageShape(3, 1, 2));
    assertThat(Facts.pixels(rgb, 0)).containsExactly(0x90, 0x10, 0x90, 0x20, 0x90, 0x30);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff104040, 0xff401040, 0xff404010})
  void paletteWithOneColourIsNotGrey(int colour) {
    ImageFiles.write(
        folder.resolve("a.png"), ImageFiles.palette(2, 1, new int[] {0xff000000, colour}, 1, 0));

    assertThat(ImageFolder.read(folder).shape()).isEqualTo(new ImageShape(3, 1, 2));
  }

  @Test
  void opaqueAlphaIsDropped() {
    int[] opaque = {255, 255};
    ImageFiles.write(
        folder.resolve("a.png"),
        ImageFiles.image(
            TYPE_4BYTE_ABGR, 2, 1, new int[] {1, 2}, new int[] {3, 4}, new int[] {5, 6}, opaque));
    ImageFiles.write(
        folder.resolve("b.png"),
        ImageFiles.palette(2, 1, new int[] {0x00ffffff, 0xff102030, 0xff909090}, 2, 1));

    ImageFolder data = ImageFolder.read(folder);

    assertThat(Facts.pixels(data, 0)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Facts.pixels(data, 1)).containsExactly(0x90, 0x10, 0x90, 0x20, 0x90, 0x30);
  }

  @Test
  void otherAndHiddenFilesArePassedOver() throws IOException {
    write("cat/1.png", 10);
    write(".cache/1.png", 10);
    write("cat/.thumbs/1.png", 10);
    ImageFiles.write(folder.resolve("README.txt"), new byte[] {1});
    ImageFiles.write(folder.resolve("cat/._1.png"), new byte[] {1});
    ImageFiles.write(folder.resolve("cat/notes.gif"), new byte[] {1});

    ImageFolder data = ImageFolder.read(folder);

    assertThat(data.size()).isEqualTo(1);
    assertThat(data.classNames()).containsExactly("cat");
  }

  @Test
  void datasetOutlivesItsFiles() throws IOException {
    Path file = write("a.png", 10);
    ImageFolder data = ImageFolder.read(folder);

    Files.delete(file);

    assertThat(Facts.pixels(data, 0)[0]).isEqualTo(10);
  }

  private Path write(String name, int first) {
    byte[] png = ImageFiles.encode(ImageFiles.grey(3, 2, first), "png");
    return ImageFiles.write(folder.resolve(name), png);
  }
}
