package io.github.gan4j.internal.loop;

import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;

/** Takes a real image for a generated one and the other way round, now and then. */
final class LabelFlips {
  private final double share;
  private final long seed;
  private final float[] draws;

  LabelFlips(double share, long seed, int pairs) {
    this.share = share;
    this.seed = seed;
    draws = new float[share > 0 ? pairs : 0];
  }

  /** Decides on an update's pairs. */
  void draw(long update) {
    new CounterRandom(seed, RandomStream.LABEL_FLIPS, update)
        .fillUniform(draws, 0, draws.length, 0, 1);
  }

  /** Exchanges the values of the pairs decided on; doing it again undoes it. */
  void exchange(float[] real, float[] fake) {
    for (int i = 0; i < draws.length; i++) {
      if (draws[i] < share) {
        float value = real[i];
        real[i] = fake[i];
        fake[i] = value;
      }
    }
  }
}
