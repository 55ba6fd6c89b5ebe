package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/** Makes images of another size, one after the other. Not thread-safe. */
final class Resizer {
  private final ImageShape from;
  private final ImageShape to;
  private final Resampling rows;
  private final Resampling columns;
  private final boolean widthFirst;
  private final float[] between;

  Resizer(ImageShape from, ImageShape to) {
    this.from = from;
    this.to = to;
    rows = new Resampling(from.height(), to.height());
    columns = new Resampling(from.width(), to.width());
    // Of the two ways the one with less between: it cannot be larger than both images.
    long wide = (long) from.height() * to.width();
    long high = (long) to.height() * from.width();
    widthFirst = wide <= high;
    between = new float[(int) Math.min(wide, high)];
  }

  /** Makes all images of a dataset, rounded to bytes. */
  ByteImages resize(Dataset source) {
    byte[][] images = new byte[source.size()][to.size()];
    float[] image = new float[from.size()];
    float[] resized = new float[to.size()];
    for (int i = 0; i < images.length; i++) {
      source.read(i, image, 0);
      checkRange(source, i, image);
      resize(image, resized);
      ByteImages.round(resized, images[i], 0);
    }
    return ByteImages.oneEach(to, images);
  }

  /** Makes one image. */
  void resize(float[] image, float[] into) {
    for (int channel = 0; channel < to.channels(); channel++) {
      int source = channel * from.height() * from.width();
      int target = channel * to.height() * to.width();
      if (widthFirst) {
        columns.alongRows(from.height(), image, source, between, 0);
        rows.acrossRows(to.width(), between, 0, into, target);
      } else {
        rows.acrossRows(from.width(), image, source, between, 0);
        columns.alongRows(to.height(), between, 0, into, target);
      }
    }
  }

  private static void checkRange(Dataset source, int index, float[] image) {
    for (float value : image) {
      if (!(value >= -1 && value <= 1)) {
        throw new DatasetException(
            source.name(),
            "image %s must have values in [-1, 1] to be resized, has %s".formatted(index, value));
      }
    }
  }
}
