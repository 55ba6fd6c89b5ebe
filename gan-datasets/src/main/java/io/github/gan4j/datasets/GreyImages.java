package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/** The luma of a dataset of red, green and blue, by BT.601. */
final class GreyImages implements ImageSource {
  // As libjpeg and Pillow round them: they add up to exactly 1, so that white stays white.
  private static final float RED = 19595f / 65536;
  private static final float GREEN = 38470f / 65536;
  private static final float BLUE = 7471f / 65536;

  private final Dataset source;
  private final ImageShape shape;

  GreyImages(Dataset source) {
    this.source = source;
    shape = ImageShape.grey(source.shape().height(), source.shape().width());
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
    int size = shape.size();
    float[] colours = new float[3 * size];
    source.read(index, colours, 0);
    for (int i = 0; i < size; i++) {
      into[offset + i] =
          RED * colours[i] + GREEN * colours[size + i] + BLUE * colours[2 * size + i];
    }
  }
}
