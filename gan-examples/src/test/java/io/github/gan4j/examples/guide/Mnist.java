package io.github.gan4j.examples.guide;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.Datasets;

/** Stands in for the real one in the snippets of this package: a run over these takes no time. */
final class Mnist {
  static final int STEPS = 2;

  private Mnist() {}

  static Dataset train() {
    return Datasets.limited(io.github.gan4j.datasets.Mnist.train(), STEPS * 64);
  }

  static Dataset test() {
    return Datasets.limited(io.github.gan4j.datasets.Mnist.test(), 100);
  }
}
