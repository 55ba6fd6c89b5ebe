package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;

/** Images of one shape, stored as compactly as they came, or made of others. Immutable. */
interface ImageSource {
  ImageShape shape();

  int count();

  /** Writes one image's values; the caller has checked all bounds. */
  void read(int index, float[] into, int offset);
}
