package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole IDX files into memory, as they are, or leaves their images where they are.
 *
 * @param range what numbers stand for; null for unsigned bytes from 0 to 255
 * @param transposed whether rows of the file are columns of the images
 */
record IdxReader(@Nullable NumberRange range, boolean transposed) {
  static final IdxReader DEFAULT = new IdxReader(null, false);

  private static final int CHUNK_BYTES = 1 << 24;
  private static final int MOST_LABEL = 65_535;

  /**
   * Reads images.
   *
   * @param classNames as far as they are known
   */
  Dataset read(String name, IdxInput images, @Nullable IdxInput labels, List<String> classNames) {
    IdxHeader header = IdxHeader.ofImages(images, range != null);
    ClassLabels read = labels == null ? null : readLabels(images, header, labels, classNames);
    return new StoredDataset(name, turned(readImages(images, header)), read);
  }

  /** Leaves the images in their file. */
  Dataset map(
      String name, Path file, IdxInput images, @Nullable IdxInput labels, List<String> classNames) {
    IdxHeader header = IdxHeader.ofImages(images, range != null);
    if (images.isPacked()) {
      throw images.error(
          "must not be packed by gzip to be mapped: unpack it, or read it into memory");
    }
    ClassLabels read = labels == null ? null : readLabels(images, header, labels, classNames);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new StoredDataset(name, turned(map(channel, images, header)), read);
    } catch (IOException e) {
      throw new DatasetException(file.toString(), "must be readable, failed with " + e, e);
    }
  }

  private ImageSource map(FileChannel channel, IdxInput in, IdxHeader header) throws IOException {
    long start = in.position();
    if (range == null) {
      return MappedImages.of(channel, start, header.shape(), header.count());
    }
    int each = MappedImages.imagesPerSegment(header.imageBytes());
    ByteBuffer[] segments =
        MappedImages.segments(channel, start, header.imageBytes(), header.count(), each);
    return numbers(in, header, each, segments, range);
  }

  private ImageSource readImages(IdxInput in, IdxHeader header) {
    int imageBytes = header.imageBytes();
    int count = header.count();
    int each = Math.max(1, CHUNK_BYTES / imageBytes);
    byte[][] chunks = new byte[(count - 1) / each + 1][];
    for (int i = 0; i < chunks.length; i++) {
      int images = Math.min(each, count - i * each);
      chunks[i] = new byte[images * imageBytes];
      in.read(chunks[i]);
    }
    in.expectEnd();
    if (range == null) {
      return new ByteImages(header.shape(), count, each, chunks);
    }
    ByteBuffer[] segments = Arrays.stream(chunks).map(ByteBuffer::wrap).toArray(ByteBuffer[]::new);
    return numbers(in, header, each, segments, range);
  }

  private static ImageSource numbers(
      IdxInput in, IdxHeader header, int each, ByteBuffer[] segments, NumberRange range) {
    return new NumberImages(header.shape(), header.count(), each, segments, header.element(), range)
        .checked(in.file());
  }

  private ImageSource turned(ImageSource images) {
    return transposed ? TransposedImages.of(images) : images;
  }

  private static ClassLabels readLabels(
      IdxInput images, IdxHeader imagesHeader, IdxInput labels, List<String> classNames) {
    IdxHeader header = IdxHeader.ofLabels(labels);
    if (header.count() != imagesHeader.count()) {
      throw labels.error(
          "must have %s labels, as many as there are images in %s, found %s"
              .formatted(imagesHeader.count(), images.file(), header.count()));
    }
    int[] read = readLabels(labels, header);
    int classes = Arrays.stream(read).max().orElse(-1) + 1;
    return new ClassLabels(read, ClassNames.known(classNames, classes));
  }

  private static int[] readLabels(IdxInput in, IdxHeader header) {
    int[] labels = new int[header.count()];
    IdxElement element = header.element();
    byte[] chunk =
        new byte[Math.min(labels.length, CHUNK_BYTES / element.bytes()) * element.bytes()];
    int perChunk = chunk.length / element.bytes();
    for (int first = 0; first < labels.length; first += perChunk) {
      int count = Math.min(perChunk, labels.length - first);
      byte[] numbers = count == perChunk ? chunk : new byte[count * element.bytes()];
      in.read(numbers);
      for (int i = 0; i < count; i++) {
        labels[first + i] = label(in, first + i, element.get(ByteBuffer.wrap(numbers), i));
      }
    }
    in.expectEnd();
    return labels;
  }

  private static int label(IdxInput in, int image, double number) {
    if (number < 0 || number > MOST_LABEL) {
      throw in.error(
          "must have labels from 0 to %s, has %s for image %s"
              .formatted(MOST_LABEL, (long) number, image));
    }
    return (int) number;
  }
}
