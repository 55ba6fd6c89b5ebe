package io.github.gan4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapped file holds what a read one does. */
class MappedIdxTest {
  private static final int COUNT = 17;
  @TempDir private Path folder;
  private Path images;
  private Path labels;

  @BeforeEach
  void write() throws IOException {
    images = folder.resolve("some-images");
    labels = folder.resolve("others-labels");
    Random random = new Random(4);
    Files.write(images, idx(random, COUNT, 3, 5, 2));
    Files.write(labels, idx(random, COUNT));
  }

  private static byte[] idx(Random random, int... sizes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0800 + sizes.length);
    int values = 1;
    for (int size : sizes) {
      out.writeInt(size);
      values *= size;
    }
    byte[] data = new byte[values];
    random.nextBytes(data);
    out.write(data);
    return bytes.toByteArray();
  }

  @Test
  void imagesAreThoseOfTheFile() {
    Dataset read = IdxDataset.read(images);
    Dataset mapped = IdxDataset.map(images);

    assertThat(mapped.name()).isEqualTo("some-images");
    assertThat(mapped.shape()).isEqualTo(new ImageShape(3, 5, 2));
    assertThat(mapped.classes()).isZero();
    assertSame(mapped, read);
  }

  @Test
  void labelsAreThoseOfTheFile() {
    Dataset read = IdxDataset.read(images, labels);
    Dataset mapped = IdxDataset.map(images, labels);

    assertThat(mapped.classes()).isEqualTo(read.classes());
    for (int i = 0; i < COUNT; i++) {
      assertThat(mapped.label(i)).isEqualTo(read.label(i));
    }
    assertSame(mapped, read);
  }

  @Test
  void severalSegmentsAreOneDataset() throws IOException {
    ImageShape shape = new ImageShape(3, 5, 2);
    Dataset read = IdxDataset.read(images);
    try (FileChannel channel = FileChannel.open(images)) {
      for (long bytes : new long[] {1, 60, 100, 150, 510, 511}) {
        MappedImages mapped = MappedImages.of(channel, 20, shape, COUNT, bytes);
        assertSame(new StoredDataset("mapped", mapped, null), read);
      }
    }
  }

  private static void assertSame(Dataset actual, Dataset expected) {
    assertThat(actual.size()).isEqualTo(expected.size());
    int size = expected.shape().size();
    for (int i = 0; i < expected.size(); i++) {
      float[] found = new float[size + 2];
      float[] known = new float[size + 2];
      actual.read(i, found, 1);
      expected.read(i, known, 1);
      assertThat(found).as("image " + i).isEqualTo(known);
    }
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Path packed = folder.resolve("packed.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(images));
    }
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> IdxDataset.map(packed))
        .withMessageContaining("packed.gz")
        .withMessageContaining("must not be packed by gzip to be mapped");
    Path shorter = folder.resolve("shorter");
    byte[] bytes = Files.readAllBytes(images);
    Files.write(shorter, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> IdxDataset.map(shorter))
        .withMessageContaining("must have 530 bytes");
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> IdxDataset.map(images, images))
        .withMessageContaining("must hold labels");
  }
}
