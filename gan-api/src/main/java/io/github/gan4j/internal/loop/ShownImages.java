package io.github.gan4j.internal.loop;

import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * What the discriminator is shown of a batch: the images themselves, or a copy with noise. They
 * must stay as they are, since the generator's way back needs what it made.
 */
final class ShownImages {
  private final @Nullable InstanceNoise noise;
  private final long seed;
  private final RandomStream stream;
  private final Tensor images;
  private final Tensor shown;
  private final float[] values;
  private final float[] random;

  /**
   * Makes one.
   *
   * @param stream of the noise
   */
  ShownImages(
      GanEngine engine,
      @Nullable InstanceNoise noise,
      long seed,
      RandomStream stream,
      Tensor images) {
    this.noise = noise;
    this.seed = seed;
    this.stream = stream;
    this.images = images;
    shown = noise == null ? images : engine.allocate(images.rows(), images.columns());
    values = new float[noise == null ? 0 : images.rows() * images.columns()];
    random = new float[values.length];
  }

  /** Takes the images as they are now. */
  void take(long step, long update) {
    if (noise == null) {
      return;
    }
    images.copyTo(values, 0);
    float deviation = (float) noise.deviationAt(step);
    if (deviation > 0) {
      new CounterRandom(seed, stream, update).fillNormal(random, 0, random.length);
      for (int i = 0; i < values.length; i++) {
        values[i] += deviation * random[i];
      }
    }
    shown.copyFrom(values, 0);
  }

  Tensor tensor() {
    return shown;
  }
}
