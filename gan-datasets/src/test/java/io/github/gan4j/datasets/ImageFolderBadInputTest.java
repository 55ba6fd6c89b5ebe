package io.github.gan4j.datasets;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderBadInputTest {
  private static final String NO_IMAGE =
      "must have at least one file named .png, .jpg, .jpeg, .jpe, .jfif or .bmp, has ";

  @TempDir Path folder;

  @Test
  void folderMustExistAndBeOne() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.createFile(folder.resolve("file"));

    assertRefused(missing, missing, "must exist");
    assertRefused(file, file, "must be a folder, is a file");
  }

  @Test
  void folderMustHaveImages() throws IOException {
    assertRefused(folder, folder, NO_IMAGE + "no files");

    Files.createFile(folder.resolve("notes.txt"));
    assertRefused(folder, folder, NO_IMAGE + "only others: 1 .txt");
  }

  @Test
  void everyClassMustHaveImages() throws IOException {
    write("cat/1.png", ImageFiles.grey(2, 2, 0));
    Path dog = Files.createDirectory(folder.resolve("dog"));

    assertRefused(folder, dog, NO_IMAGE + "no files");
  }

  @Test
  void imagesAndClassesMustNotMix() {
    write("cat/1.png", ImageFiles.grey(2, 2, 0));
    write("stray.png", ImageFiles.grey(2, 2, 0));

    assertRefused(
        folder,
        folder,
        "must have either images or one sub-folder a class, has both: stray.png and cat");
  }

  @Test
  void classesMustNotNest() {
    write("cat/1.png", ImageFiles.grey(2, 2, 0));
    write("cat/black/1.png", ImageFiles.grey(2, 2, 0));

    assertRefused(
        folder, folder.resolve("cat"), "is a class and must have no sub-folders, has black");
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 3", "2, 3"})
  void imagesOfAnotherSizeNameBothFilesAndSizes(int width, int height) {
    Path first = write("a.png", ImageFiles.grey(3, 2, 0));
    Path second = write("b.png", ImageFiles.grey(width, height, 0));

    assertRefused(
        folder,
        second,
        "must be of 3 x 2 pixels (width x height) like %s, is of %d x %d"
            .formatted(first, width, height));
  }

  @Test
  void filesOfOtherFormatsAreNamed() {
    Path file = folder.resolve("a.png");

    ImageFiles.write(file, new byte[0]);
    assertRefused(folder, file, "must be a PNG, JPEG or BMP image, is empty");

    ImageFiles.write(file, new byte[] {'G', 'I', 'F'});
    assertRefused(folder, file, "must be a PNG, JPEG or BMP image, begins with 47 49 46");

    ImageFiles.write(file, ImageFiles.encode(ImageFiles.grey(2, 2, 0), "gif"));
    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            file + ": must be a PNG, JPEG or BMP image, begins with 47 49 46 38 39 61 02 00");
  }

  @Test
  void transparentPixelsAreNamed() {
    int[] colour = {9, 9, 9, 9};
    Path file =
        write(
            "a.png",
            ImageFiles.image(
                TYPE_4BYTE_ABGR, 2, 2, colour, colour, colour, new int[] {255, 255, 254, 255}));

    assertRefused(
        folder, file, "must be opaque, has alpha 254 of 255 at row 1, column 0: flatten it first");
  }

  @Test
  void transparentPaletteColoursAreNamedWhereTheyAreUsed() {
    Path file = write("a.png", ImageFiles.palette(2, 1, new int[] {0xff000000, 0x00ffffff}, 0, 1));

    assertRefused(
        folder, file, "must be opaque, has alpha 0 of 255 at row 0, column 1: flatten it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "bmp"})
  void imageThatIsCutIsCalledSo(String format) {
    byte[] whole = ImageFiles.encode(noise(), format);
    Path file = folder.resolve("a." + format);

    for (double kept : new double[] {0.02, 0.1, 0.5, 0.9, 0.98}) {
      ImageFiles.write(file, Arrays.copyOf(whole, (int) (whole.length * kept)));
      assertThatThrownBy(() -> ImageFolder.read(folder))
          .as("%s of %s", kept, format)
          .isInstanceOf(DatasetException.class)
          .hasMessage(file + ": must be a whole image, is cut short");
    }
  }

  @Test
  void damagedPngIsRefused() {
    byte[] png = ImageFiles.encode(noise(), "png");
    png[png.length / 2] ^= 0x10;
    Path file = ImageFiles.write(folder.resolve("a.png"), png);

    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(file + ": must be an intact image, found: ")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void hugeImageIsRefusedBeforeItIsDecoded() {
    byte[] png = ImageFiles.encode(ImageFiles.grey(2, 2, 0), "png");
    ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 50_000);
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    Path file = ImageFiles.write(folder.resolve("a.png"), png);

    assertRefused(folder, file, "must have at most 67108864 pixels, has 40000 x 50000");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // where links need a privilege
  void brokenLinkIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.png"), folder.resolve("gone"));

    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(link + ": must be readable, failed with ");
  }

  @Test
  void missingArgumentIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolder.read(null))
        .withMessage("folder must be given, was null");
  }

  private static BufferedImage noise() {
    Random random = new Random(1);
    int[][] bands = new int[3][];
    Arrays.setAll(bands, band -> random.ints(32 * 32, 0, 256).toArray());
    return ImageFiles.image(TYPE_3BYTE_BGR, 32, 32, bands);
  }

  private Path write(String name, BufferedImage image) {
    return ImageFiles.write(folder.resolve(name), image);
  }

  private static void assertRefused(Path folder, Path file, String reason) {
    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOfSatisfying(
            DatasetException.class,
            e -> {
              assertThat(e.file()).isEqualTo(file.toString());
              assertThat(e.reason()).isEqualTo(reason);
            });
  }
}
