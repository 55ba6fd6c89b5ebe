package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/**
 * The first images of a dataset.
 *
 * @param count at most the dataset's size
 */
record FirstImages(Dataset source, int count) implements ImageSource {

  @Override
  public ImageShape shape() {
    return source.shape();
  }

  @Override
  public void read(int index, float[] into, int offset) {
    source.read(index, into, offset);
  }
}
