package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderReaderTest {
  @TempDir private Path temporary;

  @Test
  void imagesOfAnySizeAreBroughtToOne() {
    write("photos/a.png", noise(40, 30));
    write("photos/b.png", noise(17, 50));
    write("photos/c.png", noise(8, 6));

    ImageFolder data = ImageFolder.reader().size(6, 8).read(folder());

    assertThat(data.shape()).isEqualTo(ImageShape.grey(6, 8));
    for (String name : List.of("a", "b", "c")) {
      Path file = folder().resolve(name + ".png");
      Dataset alone = Datasets.resized(ImageFolder.readFiles(List.of(file)), 6, 8);
      assertThat(Facts.pixels(data, name.charAt(0) - 'a')).isEqualTo(Facts.pixels(alone, 0));
    }
  }

  @Test
  void unpackedImagesAreBroughtToOneSizeToo() {
    write("photos/a.png", noise(40, 30));
    write("photos/b.png", noise(17, 50));
    ImageFolderReader reader = ImageFolder.reader().size(6, 8).crop(true);

    Dataset unpacked = reader.unpack(folder(), temporary.resolve("pixels"));

    assertThat(unpacked.size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      assertThat(Facts.pixels(unpacked, i)).isEqualTo(Facts.pixels(reader.read(folder()), i));
    }
    assertThat(reader.bytes(folder())).isEqualTo(2 * 6 * 8);
  }

  @Test
  void cropTakesTheCentreSquare() {
    write("photos/wide.png", ImageFiles.grey(5, 2, 0)); // 0 1 2 3 4, 5 6 7 8 9
    write("tall/tall.png", ImageFiles.grey(2, 5, 0)); // 0 1, 2 3, 4 5, 6 7, 8 9

    ImageFolderReader reader = ImageFolder.reader().crop(true);

    assertThat(Facts.pixels(reader.read(folder()), 0)).containsExactly(1, 2, 6, 7);
    assertThat(Facts.pixels(reader.read(temporary.resolve("tall")), 0)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void cropOfColoursTakesTheSamePartOfEachChannel() {
    write(
        "photos/a.png",
        ImageFiles.image(
            BufferedImage.TYPE_3BYTE_BGR,
            3,
            1,
            new int[] {1, 2, 3},
            new int[] {4, 5, 6},
            new int[] {7, 8, 9}));

    assertThat(Facts.pixels(ImageFolder.reader().crop(true).read(folder()), 0))
        .containsExactly(2, 5, 8);
  }

  @Test
  void cropHasTheAspectRatioOfTheSize() {
    write("photos/a.png", ImageFiles.grey(4, 4, 0));

    ImageFolder data = ImageFolder.reader().size(2, 4).crop(true).read(folder());

    assertThat(Facts.pixels(data, 0)).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void differingSizesAreToldTogetherWithWhatHelps() {
    write("photos/a.png", ImageFiles.grey(3, 2, 0));
    for (int i = 10; i < 32; i++) {
      write("photos/b" + i + ".png", ImageFiles.grey(i, 2, 0));
    }

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.read(folder()))
        .withMessageStartingWith(
            folder()
                + ": must have images of one size, has 22 of others than the 3 x 2 pixels (width x"
                + " height) of "
                + folder().resolve("a.png"))
        .withMessageContaining("b29.png is of 29 x 2")
        .withMessageEndingWith(
            "\n  and 2 more\nhave them resampled by ImageFolder.reader().size(height, width)")
        .matches(e -> e.remedy() == Remedy.RESAMPLE);
  }

  @Test
  void photosAreRefusedByTheFirstHeadBeforeAnyIsDecoded() throws IOException {
    write("photos/a.png", ImageFiles.grey(1025, 1024, 0));
    Files.write(folder().resolve("b.png"), new byte[] {1});
    List<Integer> read = new ArrayList<>();

    ImageFolderReader reader = ImageFolder.reader().onProgress((files, total) -> read.add(files));

    String message =
        "%s: must have at most 1048576 pixels to be taken as it is, is of 1025 x 1024 (width x"
            + " height); have them resampled by ImageFolder.reader().size(height, width)";
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> reader.read(folder()))
        .withMessage(message, folder().resolve("a.png"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> reader.shape(folder()))
        .withMessage(message, folder().resolve("a.png"));
    assertThat(read).isEmpty();
    assertThat(reader.size(8, 8).shape(folder())).isEqualTo(ImageShape.grey(8, 8));
  }

  @Test
  void allBadFilesAreToldTogether() throws IOException {
    write("photos/a.png", ImageFiles.grey(3, 2, 0));
    for (int i = 10; i < 33; i++) {
      Files.write(folder().resolve("b" + i + ".png"), new byte[] {1});
    }

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.read(folder()))
        .withMessageStartingWith(
            folder()
                + ": must have files that can be read, has 23 that cannot:\n  "
                + folder().resolve("b10.png")
                + ": must be a PNG, JPEG or BMP image, begins with 01\n")
        .withMessageContaining("b29.png: must be")
        .withMessageEndingWith(
            "\n  and 3 more\nImageFolder.reader().skipBadFiles(true) goes on without them")
        .matches(e -> !e.getMessage().contains("b30.png"));
  }

  @Test
  void badFilesAreSkippedIfAskedForAndCounted() throws IOException {
    write("photos/cat/a.png", ImageFiles.grey(3, 2, 10));
    write("photos/dog/b.png", ImageFiles.grey(3, 2, 20));
    Files.write(folder().resolve("cat/0.png"), new byte[] {1});
    Files.write(folder().resolve("dog/0.jpg"), new byte[0]);
    ImageFolderReader reader = ImageFolder.reader().skipBadFiles(true);

    for (ImageFolder data :
        List.of(reader.read(folder()), reader.unpack(folder(), temporary.resolve("pixels")))) {
      assertThat(data.size()).isEqualTo(2);
      assertThat(Facts.labels(data, 2)).containsExactly(0, 1);
      assertThat(Facts.pixels(data, 0)[0]).isEqualTo(10);
      assertThat(Facts.pixels(data, 1)[0]).isEqualTo(20);
      assertThat(data.warnings()).hasSize(1);
      assertThat(data.warnings().get(0))
          .startsWith("2 files skipped that cannot be read:\n  ")
          .contains("0.png: must be a PNG, JPEG or BMP image, begins with 01")
          .contains("0.jpg: must be a PNG, JPEG or BMP image, is empty");
    }
  }

  @Test
  void folderOfBadFilesAloneIsRefusedEvenIfTheyAreSkipped() throws IOException {
    Files.createDirectory(folder());
    Files.write(folder().resolve("a.png"), new byte[] {1});
    Files.write(folder().resolve("b.png"), new byte[] {1});

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.reader().skipBadFiles(true).read(folder()))
        .withMessageStartingWith(folder() + ": must have files that can be read, has 2 that cannot")
        .matches(e -> e.remedy() == Remedy.NONE);
  }

  @Test
  void filesPassedOverAreCountedByKindTheMostFrequentFirst() throws IOException {
    write("photos/cat/a.png", ImageFiles.grey(3, 2, 10));
    for (String name : List.of("b.WEBP", "c.webp", "notes.txt", "README", ".hidden", "Thumbs.db")) {
      Files.createFile(folder().resolve("cat").resolve(name));
    }
    Files.createFile(folder().resolve("list.webp"));
    Files.createDirectories(folder().resolve("__MACOSX/cat"));

    ImageFolder data = ImageFolder.read(folder());

    assertThat(data.classNames()).containsExactly("cat");
    assertThat(data.warnings())
        .containsExactly("5 files passed over: 3 .webp, 1 .txt, 1 without an ending");
  }

  @Test
  void partsOfADatasetAreNoClasses() {
    write("photos/train/cat/a.png", ImageFiles.grey(3, 2, 0));
    write("photos/Test/cat/a.png", ImageFiles.grey(3, 2, 0));
    write("flat/train/a.png", ImageFiles.grey(3, 2, 0));
    write("flat/valid/a.png", ImageFiles.grey(3, 2, 0));
    write("vehicles/train/a.png", ImageFiles.grey(3, 2, 0));
    write("vehicles/tram/a.png", ImageFiles.grey(3, 2, 0));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.read(folder()))
        .withMessage(
            "%s: must have one sub-folder a class, has Test and train, which are parts of a"
                + " dataset: give %s",
            folder(), folder().resolve("train"));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ImageFolder.read(temporary.resolve("flat")))
        .withMessageEndingWith("dataset: give " + temporary.resolve("flat").resolve("train"));
    assertThat(ImageFolder.read(temporary.resolve("vehicles")).classes()).isEqualTo(2);
  }

  @Test
  void progressIsToldAfterEachFile() throws IOException {
    write("photos/a.png", ImageFiles.grey(3, 2, 0));
    Files.write(folder().resolve("b.png"), new byte[] {1});
    write("photos/c.png", ImageFiles.grey(3, 2, 0));
    List<String> told = new ArrayList<>();

    ImageFolder data =
        ImageFolder.reader()
            .skipBadFiles(true)
            .onProgress((files, total) -> told.add(files + " of " + total))
            .read(folder());

    assertThat(data.size()).isEqualTo(2);
    assertThat(told).containsExactly("1 of 3", "2 of 3", "3 of 3");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ImageFolder.reader().size(0, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolder.reader().onProgress(null))
        .withMessage("listener must be given, was null");
  }

  private Path folder() {
    return temporary.resolve("photos");
  }

  private void write(String name, BufferedImage image) {
    ImageFiles.write(temporary.resolve(name), image);
  }

  private static BufferedImage noise(int width, int height) {
    int[] samples = new Random(width).ints((long) width * height, 0, 256).toArray();
    return ImageFiles.image(BufferedImage.TYPE_BYTE_GRAY, width, height, samples);
  }
}
