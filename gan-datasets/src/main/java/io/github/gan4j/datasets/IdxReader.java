package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads whole IDX files into memory, as bytes, or leaves their images where they are. */
final class IdxReader {
  private static final int CHUNK_BYTES = 1 << 24;

  private IdxReader() {}

  static Dataset read(String name, IdxInput images) {
    return new StoredDataset(name, readImages(images, IdxHeader.ofImages(images)), null);
  }

  static Dataset read(String name, IdxInput images, IdxInput labels) {
    IdxHeader imagesHeader = IdxHeader.ofImages(images);
    Labels read = readLabels(images, imagesHeader, labels);
    return new StoredDataset(name, readImages(images, imagesHeader), read);
  }

  /** Leaves the images in their file. */
  static Dataset map(String name, Path file, IdxInput images, @Nullable IdxInput labels) {
    IdxHeader header = IdxHeader.ofImages(images);
    if (images.isPacked()) {
      throw images.error(
          "must not be packed by gzip to be mapped: unpack it, or read it into memory");
    }
    Labels read = labels == null ? null : readLabels(images, header, labels);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new StoredDataset(
          name, MappedImages.of(channel, images.position(), header.shape(), header.count()), read);
    } catch (IOException e) {
      throw new DatasetException(file.toString(), "must be readable, failed with " + e, e);
    }
  }

  private static Labels readLabels(IdxInput images, IdxHeader imagesHeader, IdxInput labels) {
    IdxHeader header = IdxHeader.ofLabels(labels);
    if (header.count() != imagesHeader.count()) {
      throw labels.error(
          "must have %s labels, as many as there are images in %s, found %s"
              .formatted(imagesHeader.count(), images.file(), header.count()));
    }
    return readLabels(labels, header);
  }

  private static Labels readLabels(IdxInput in, IdxHeader header) {
    byte[] bytes = new byte[header.count()];
    in.read(bytes);
    in.expectEnd();
    return Labels.ofBytes(bytes);
  }

  private static Images readImages(IdxInput in, IdxHeader header) {
    ImageShape shape = header.shape();
    int count = header.count();
    int imagesPerChunk = Math.max(1, CHUNK_BYTES / shape.size());
    byte[][] chunks = new byte[(count - 1) / imagesPerChunk + 1][];
    for (int i = 0; i < chunks.length; i++) {
      int images = Math.min(imagesPerChunk, count - i * imagesPerChunk);
      chunks[i] = new byte[images * shape.size()];
      in.read(chunks[i]);
    }
    in.expectEnd();
    return new ByteImages(shape, count, imagesPerChunk, chunks);
  }
}
