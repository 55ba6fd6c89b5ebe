package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/** Reads whole IDX files into memory, as bytes. */
final class IdxReader {
  private static final int CHUNK_BYTES = 1 << 24;

  private IdxReader() {}

  static Dataset read(String name, IdxInput images) {
    return new StoredDataset(name, readImages(images, IdxHeader.ofImages(images)), null);
  }

  static Dataset read(String name, IdxInput images, IdxInput labels) {
    IdxHeader imagesHeader = IdxHeader.ofImages(images);
    IdxHeader labelsHeader = IdxHeader.ofLabels(labels);
    if (labelsHeader.count() != imagesHeader.count()) {
      throw labels.error(
          "must have %d labels, as many as there are images in %s, found %d"
              .formatted(imagesHeader.count(), images.file(), labelsHeader.count()));
    }
    Labels read = readLabels(labels, labelsHeader);
    return new StoredDataset(name, readImages(images, imagesHeader), read);
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
