package io.github.gan4j.internal.loop;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.error.GanException;
import io.github.gan4j.internal.network.PixelScale;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;

/**
 * The real images of each step, as the networks see them: pass after pass over the data, each in an
 * order of its own, the rest that does not fill a batch left out of that pass. A function of (seed,
 * step) alone.
 */
final class RealBatches {
  private final Dataset dataset;
  private final PixelScale scale;
  private final int batchSize;
  private final long seed;
  private final int batchesPerPass;
  private long pass = -1;
  private int[] order = new int[0];

  RealBatches(Dataset dataset, PixelScale scale, int batchSize, long seed) {
    this.dataset = dataset;
    this.scale = scale;
    this.batchSize = batchSize;
    this.seed = seed;
    batchesPerPass = dataset.size() / batchSize;
  }

  /** Writes the images of a step, from 0 on, one after the other. */
  void read(long step, float[] target) {
    int first = first(step);
    int size = dataset.shape().size();
    for (int i = 0; i < batchSize; i++) {
      dataset.read(order[first + i], target, i * size);
    }
    if (!allFinite(target, batchSize * size)) {
      throw notFinite(first, target);
    }
    scale.toNetworks(target, 0, batchSize * size);
  }

  /** Writes the classes of a step's images, from step 0 on. */
  void readLabels(long step, int[] target) {
    int first = first(step);
    for (int i = 0; i < batchSize; i++) {
      target[i] = dataset.label(order[first + i]);
    }
  }

  /** Returns where a step's images start in the order of its pass. */
  private int first(long step) {
    if (step / batchesPerPass != pass) {
      pass = step / batchesPerPass;
      order = new CounterRandom(seed, RandomStream.DATA_ORDER, pass).permutation(dataset.size());
    }
    return (int) (step % batchesPerPass) * batchSize;
  }

  /**
   * A sum with a factor of 0 is 0 unless a value is infinite or NaN, and needs no branch. Four
   * sums, since each must wait for its own last addition.
   */
  private static boolean allFinite(float[] values, int length) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += values[i] * 0f;
      b += values[i + 1] * 0f;
      c += values[i + 2] * 0f;
      d += values[i + 3] * 0f;
    }
    for (; i < length; i++) {
      a += values[i] * 0f;
    }
    return a + b + c + d == 0;
  }

  private GanException notFinite(int first, float[] target) {
    int size = dataset.shape().size();
    int at = 0;
    while (Float.isFinite(target[at])) {
      at++;
    }
    return new GanException(
        "image %s of dataset %s must hold finite values, held %s at %s"
            .formatted(order[first + at / size], dataset.name(), target[at], at % size));
  }
}
