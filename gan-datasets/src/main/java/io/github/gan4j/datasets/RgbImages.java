package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/** A dataset's one channel as red, green and blue. */
final class RgbImages implements ImageSource {
  private final Dataset source;
  private final ImageShape shape;

  RgbImages(Dataset source) {
    this.source = source;
    shape = new ImageShape(3, source.shape().height(), source.shape().width());
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int count() {
    return source.size();
  }

  @Override
  public void read(int index, float[] into, int offset) {
    int size = source.shape().size();
    source.read(index, into, offset);
    System.arraycopy(into, offset, into, offset + size, size);
    System.arraycopy(into, offset, into, offset + 2 * size, size);
  }
}
