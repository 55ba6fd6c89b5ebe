package io.github.gan4j.report.samples;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.internal.GridLayout;
import io.github.gan4j.report.internal.RealByClass;
import java.util.Random;
import java.util.function.IntFunction;

/** Images of a dataset, picked by a fixed seed: always the same ones. */
final class RealSamples {
  private static final long SEED = 64;

  private RealSamples() {}

  /** Returns what gives the images of each page: with classes, each row's of its own. */
  static IntFunction<Images> of(Dataset dataset, GridLayout layout) {
    if (layout.classes() > 0) {
      return new RealByClass(dataset, layout)::page;
    }
    Images only = of(dataset, Math.multiplyExact(layout.rows(), layout.columns()));
    return page -> only;
  }

  /** Returns so many different images, or all if the dataset has fewer. */
  private static Images of(Dataset dataset, int count) {
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
