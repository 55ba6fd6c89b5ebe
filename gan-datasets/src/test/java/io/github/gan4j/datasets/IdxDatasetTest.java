package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDatasetTest {
  @TempDir Path folder;

  @Test
  void rankThreeIsGreyAndRankFourHasChannels() {
    Dataset grey = IdxDataset.read(write("grey", IdxBytes.counting(0, 2, 3, 4)));
    Dataset colour = IdxDataset.read(write("colour", IdxBytes.counting(0, 2, 3, 2, 2)));

    assertThat(grey.size()).isEqualTo(2);
    assertThat(grey.shape()).isEqualTo(ImageShape.grey(3, 4));
    assertThat(Facts.pixels(grey, 1))
        .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
    assertThat(colour.size()).isEqualTo(2);
    assertThat(colour.shape()).isEqualTo(new ImageShape(3, 2, 2));
    assertThat(Facts.pixels(colour, 1))
        .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
  }

  @Test
  void everyByteBecomesTheNearestFloatOfMinusOneToOne() {
    float[] values = Facts.image(IdxDataset.read(write("all", IdxBytes.counting(0, 1, 16, 16))), 0);

    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(values[pixel]).isEqualTo((float) (pixel / 127.5 - 1));
    }
    assertThat(values[0]).isEqualTo(-1);
    assertThat(values[255]).isEqualTo(1);
  }

  @Test
  void gzipIsRecognisedByContentAndNotByName() {
    byte[] plain = IdxBytes.counting(7, 2, 3, 4);

    Dataset packed = IdxDataset.read(write("packed.idx", IdxBytes.gzip(plain)));
    Dataset unpacked = IdxDataset.read(write("plain.gz", plain));

    assertThat(Facts.image(packed, 1)).containsExactly(Facts.image(unpacked, 1));
    assertThat(packed.name()).isEqualTo("packed.idx");
    assertThat(unpacked.name()).isEqualTo("plain");
  }

  @Test
  void gzipOfSeveralMembersIsOneFile() {
    byte[] whole = IdxBytes.counting(7, 5, 3, 4);
    byte[] members =
        IdxBytes.concat(
            IdxBytes.gzip(Arrays.copyOfRange(whole, 0, 30)),
            IdxBytes.gzip(Arrays.copyOfRange(whole, 30, whole.length)));

    Dataset data = IdxDataset.read(write("members.gz", members));

    assertThat(Facts.pixels(data, 4)[11]).isEqualTo(7 + 59);
  }

  @Test
  void labelsMakeAsManyClassesAsTheLargestAsksFor() {
    byte[] labels = IdxBytes.concat(IdxBytes.header(8, 3), new byte[] {2, (byte) 200, 0});

    Dataset data =
        IdxDataset.read(
            write("images", IdxBytes.counting(0, 3, 1, 1)), write("labels", IdxBytes.gzip(labels)));

    assertThat(data.classes()).isEqualTo(201);
    assertThat(Facts.labels(data, 3)).containsExactly(2, 200, 0);
  }

  @Test
  void datasetWithoutLabelsSaysSo() {
    Dataset data = IdxDataset.read(write("images", IdxBytes.counting(0, 3, 1, 1)));

    assertThat(data.classes()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(() -> data.label(0))
        .withMessage("dataset images has no labels");
  }

  @Test
  void imagesOfSeveralChunksKeepTheirPlaces() {
    // 3 images of 5 MB make a chunk of up to 16 MiB, so that the last of three chunks is smaller.
    Dataset data = IdxDataset.read(write("large", IdxBytes.counting(3, 7, 1, 2500, 2000)));

    for (int i = 0; i < 7; i++) {
      int[] pixels = Facts.pixels(data, i);
      assertThat(pixels[0]).isEqualTo((3 + i * 5_000_000) & 0xff);
      assertThat(pixels[4_999_999]).isEqualTo((2 + (i + 1) * 5_000_000) & 0xff);
    }
  }

  @Test
  void datasetOutlivesItsFile() throws IOException {
    Path file = write("images", IdxBytes.counting(5, 1, 2, 2));
    Dataset data = IdxDataset.read(file);

    Files.delete(file);

    assertThat(Facts.pixels(data, 0)).containsExactly(5, 6, 7, 8);
  }

  @Test
  void missingArgumentsAreNamed() {
    Path images = write("images", IdxBytes.counting(0, 3, 1, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxDataset.read(null))
        .withMessage("images must be given, was null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxDataset.read(images, null))
        .withMessage("labels must be given, was null");
  }

  private Path write(String name, byte[] bytes) {
    return IdxBytes.write(folder, name, bytes);
  }
}
