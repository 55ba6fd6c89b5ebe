package io.github.gan4j.datasets;

import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;

/**
 * The random numbers of a generated dataset. More of them begin with the fewer, so that a larger
 * dataset begins with the smaller one of the same seed. The same on every machine. Datasets of
 * different kinds have nothing in common under one seed.
 */
record DatasetRandom(Kind kind, long seed) {

  /** How many numbers an array can hold in every JVM: some keep a few places for themselves. */
  static final int MOST = Integer.MAX_VALUE - 8;

  /** What is made. Its number is part of what a seed means: never change or reuse one. */
  enum Kind {
    STACKED(0),
    GRID_OF_25(1),
    RING_OF_8(2),
    TWO_MOONS(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  // Part of what a seed means: never change or reuse one.
  private static final int CHOICES = 0;
  private static final int NORMALS = 1;
  private static final int UNIFORMS = 2;
  private static final int SORTS = 3;

  /** Returns numbers from 0 to {@code bound - 1}, all equally likely. */
  int[] choices(int count, int bound) {
    CounterRandom random = random(CHOICES);
    int[] choices = new int[count];
    for (int i = 0; i < count; i++) {
      // 63 bits against at most 31: the bias is below 2^-32.
      choices[i] = (int) ((random.bits(i) >>> 1) % bound);
    }
    return choices;
  }

  /** Returns standard normal numbers, none beyond ±6.4. */
  float[] normals(int count) {
    float[] normals = new float[count];
    random(NORMALS).fillNormal(normals, 0, count);
    return normals;
  }

  /** Returns numbers uniform in [0, {@code end}). */
  float[] uniforms(int count, double end) {
    float[] uniforms = new float[count];
    random(UNIFORMS).fillUniform(uniforms, 0, count, 0, end);
    return uniforms;
  }

  private CounterRandom random(int sort) {
    return new CounterRandom(seed, RandomStream.MADE_DATA, SORTS * kind.number + sort);
  }
}
