package io.github.gan4j.examples.guide;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.ArrayDataset;

/** Stands in for the real one in the snippets of this package: a run over these takes no time. */
final class Mnist {
  static final int STEPS = 2;

  private Mnist() {}

  static Dataset train() {
    Dataset real = io.github.gan4j.datasets.Mnist.test();
    float[][] images = new float[STEPS * 64][real.shape().size()];
    for (int i = 0; i < images.length; i++) {
      real.read(i, images[i], 0);
    }
    return ArrayDataset.of(images, real.shape());
  }
}
