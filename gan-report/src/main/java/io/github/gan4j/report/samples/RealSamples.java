package io.github.gan4j.report.samples;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import java.util.Random;

/** Images of a dataset, picked by a fixed seed: always the same ones. */
final class RealSamples {
  private static final long SEED = 64;

  private RealSamples() {}

  /** Returns so many different images, or all if the dataset has fewer. */
  static Images of(Dataset dataset, int count) {
    int size = dataset.shape().size();
    int[] picked =
        new Random(SEED)
            .ints(0, dataset.size())
            .distinct()
            .limit(Math.min(count, dataset.size()))
            .toArray();
    float[] values = new float[Math.multiplyExact(picked.length, size)];
    for (int i = 0; i < picked.length; i++) {
      dataset.read(picked[i], values, i * size);
    }
    return Images.of(dataset.shape(), values);
  }
}
