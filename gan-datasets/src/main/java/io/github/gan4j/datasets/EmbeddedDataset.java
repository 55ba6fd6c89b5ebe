package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dataset among this module's resources, unpacked when it is first asked for. */
final class EmbeddedDataset {
  private final String name;
  private final String files;
  private final List<String> classNames;
  private @Nullable Dataset dataset;

  /** Names the dataset, as folder/prefix its two files, and its classes. */
  EmbeddedDataset(String name, String files, List<String> classNames) {
    this.name = name;
    this.files = files;
    this.classNames = classNames;
  }

  // No holder class: if the heap is too small now, a later call may still succeed.
  synchronized Dataset get() {
    Dataset result = dataset;
    if (result == null) {
      try (IdxInput images = open(files + "-images-idx3-ubyte.gz");
          IdxInput labels = open(files + "-labels-idx1-ubyte.gz")) {
        result = IdxReader.DEFAULT.read(name, images, labels, classNames);
      }
      dataset = result;
    }
    return result;
  }

  // gzip's CRC-32, a few ms, finds damage; SHA-256 took 150 ms more and is left to the tests.
  private static IdxInput open(String resource) {
    InputStream stored = EmbeddedDataset.class.getResourceAsStream(resource);
    if (stored == null) {
      throw new DatasetException(resource, "must be among the resources of gan-datasets");
    }
    return IdxInput.of(resource, IdxInput.UNKNOWN_LENGTH, stored);
  }
}
