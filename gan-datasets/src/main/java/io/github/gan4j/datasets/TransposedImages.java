package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;

/**
 * Images whose rows were columns.
 *
 * @param source the images before
 * @param shape the shape after
 */
record TransposedImages(ImageSource source, ImageShape shape) implements ImageSource {

  static TransposedImages of(ImageSource source) {
    ImageShape from = source.shape();
    return new TransposedImages(
        source, new ImageShape(from.channels(), from.width(), from.height()));
  }

  @Override
  public int count() {
    return source.count();
  }

  @Override
  public void read(int index, float[] into, int offset) {
    float[] image = new float[shape.size()];
    source.read(index, image, 0);
    int height = shape.height();
    int width = shape.width();
    for (int c = 0; c < shape.channels(); c++) {
      int start = c * height * width;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          into[offset + start + y * width + x] = image[start + x * height + y];
        }
      }
    }
  }
}
