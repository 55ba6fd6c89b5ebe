package io.github.gan4j.tck;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;

/** Grey images of 2 × 2 pixels, uniform in [-1, 1), of as many classes as are given. */
record RandomImages(int size, int classes) implements Dataset {
  /** Makes them without classes. */
  RandomImages(int size) {
    this(size, 0);
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public ImageShape shape() {
    return ImageShape.grey(2, 2);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    new CounterRandom(7, RandomStream.MADE_DATA, index).fillUniform(into, offset, 4, -1, 1);
  }

  @Override
  public int label(int index) {
    return classes == 0 ? -1 : 7 * index / 2 % classes;
  }
}
