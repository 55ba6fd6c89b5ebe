package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;

/** Images that came as floats, one to an array. */
final class FloatImages implements ImageSource {
  private final ImageShape shape;
  private final float[][] images;

  /** Keeps the images as they are. */
  FloatImages(ImageShape shape, float[][] images) {
    this.shape = shape;
    this.images = images;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int count() {
    return images.length;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    System.arraycopy(images[index], 0, into, offset, shape.size());
  }
}
