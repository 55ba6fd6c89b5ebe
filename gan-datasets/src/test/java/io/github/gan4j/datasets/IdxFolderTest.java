package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFolderTest {
  private static final byte[] IMAGES = IdxBytes.counting(0, 3, 28, 28);
  private static final byte[] LABELS = IdxBytes.counting(4, 3);

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("kmnist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-images-idx3-ubyte", "-images.idx3-ubyte"})
  void mnistIsReadFromTheFourUsualFiles(String form) {
    String labels = form.replace("images", "labels").replace("idx3", "idx1");
    write("train" + form, IMAGES);
    write("train" + labels + ".gz", IdxBytes.gzip(LABELS));
    write("t10k" + form + ".gz", IdxBytes.gzip(IdxBytes.counting(0, 2, 28, 28)));
    write("t10k" + labels, IdxBytes.counting(7, 2));

    assertThat(Mnist.train(folder)).hasToString("mnist-train: 3 images of 1x28x28 in 7 classes");
    assertThat(Mnist.test(folder)).hasToString("mnist-test: 2 images of 1x28x28 in 9 classes");
    assertThat(FashionMnist.train(folder).name()).isEqualTo("fashion-mnist-train");
    assertThat(FashionMnist.test(folder).name()).isEqualTo("fashion-mnist-test");
    assertThat(Facts.labels(Mnist.train(folder), 3)).containsExactly(4, 5, 6);
    assertThat(Facts.pixels(Mnist.train(folder), 1)[0]).isEqualTo(784 % 256);
  }

  @Test
  void anyIdxFilesAreReadUnderTheFoldersName() {
    write("train-images-idx4-ubyte", IdxBytes.counting(0, 2, 3, 4, 5));

    Dataset unlabelled = IdxDataset.readFolder(folder);
    write("train-labels-idx1-ubyte", IdxBytes.counting(0, 2));
    Dataset labelled = IdxDataset.readFolder(folder);

    assertThat(unlabelled).hasToString("kmnist: 2 images of 3x4x5");
    assertThat(labelled).hasToString("kmnist: 2 images of 3x4x5 in 2 classes");
    assertThat(labelled.shape()).isEqualTo(new ImageShape(3, 4, 5));
  }

  @Test
  void theUnpackedFileWinsOverThePackedOne() {
    write("train-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.counting(0, 9, 2, 2)));
    write("train-images-idx3-ubyte", IdxBytes.counting(0, 4, 2, 2));

    assertThat(IdxDataset.readFolder(folder).size()).isEqualTo(4);
  }

  @Test
  void missingFilesAreNamed() {
    String images = "must have a file train-images-idx3-ubyte, with or without .gz, has ";
    assertRefused(() -> IdxDataset.readFolder(folder), folder, images + "no files");
    assertRefused(() -> Mnist.train(folder), folder, images + "no files");

    write("cat.png", IMAGES);
    assertRefused(() -> Mnist.train(folder), folder, images + "only others, such as cat.png");

    write("train-images-idx3-ubyte", IMAGES);
    assertRefused(
        () -> Mnist.train(folder),
        folder,
        "must have a file train-labels-idx1-ubyte, with or without .gz, has only others, such as"
            + " cat.png");
    assertRefused(
        () -> FashionMnist.test(folder),
        folder,
        "must have a file t10k-images-idx3-ubyte, with or without .gz, has only others, such as"
            + " cat.png");
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    Path missing = folder.resolve("missing");
    Path file = write("file", IMAGES);

    assertRefused(() -> Mnist.train(missing), missing, "must exist");
    assertRefused(() -> IdxDataset.readFolder(missing), missing, "must exist");
    assertRefused(() -> IdxDataset.readFolder(file), file, "must be a folder, is a file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mnist.train(null))
        .withMessage("folder must be given, was null");
  }

  @Test
  void imagesOfAnotherSizeAreNotMnist() {
    Path images = write("train-images-idx3-ubyte", IdxBytes.counting(0, 2, 32, 28));
    write("train-labels-idx1-ubyte", IdxBytes.counting(0, 2));

    assertRefused(
        () -> Mnist.train(folder),
        images,
        "must hold images of 1x28x28 to be mnist-train, found 1x32x28; IdxDataset reads any");
  }

  @Test
  void aDamagedFileIsNamed() {
    write("train-images-idx3-ubyte", IMAGES);
    Path labels = write("train-labels-idx1-ubyte", IdxBytes.counting(0, 2));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> IdxDataset.readFolder(folder))
        .withMessageStartingWith(labels + ": must have 3 labels, as many as there are images in ");
  }

  private static void assertRefused(ThrowingCallable reading, Path file, String reason) {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(reading)
        .withMessage(file + ": " + reason);
  }

  private Path write(String name, byte[] bytes) {
    return IdxBytes.write(folder, name, bytes);
  }
}
