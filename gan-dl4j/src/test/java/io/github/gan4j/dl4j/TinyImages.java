package io.github.gan4j.dl4j;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/**
 * Sixteen images of 2 channels, 3 rows and 4 columns in three classes, brighter from one to the
 * next.
 */
final class TinyImages implements Dataset {
  static final ImageShape SHAPE = new ImageShape(2, 3, 4);
  static final int CLASSES = 3;

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public int size() {
    return 16;
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    for (int i = 0; i < SHAPE.size(); i++) {
      into[offset + i] = (index * SHAPE.size() + i) / 192f - 1;
    }
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public int label(int index) {
    return index % CLASSES;
  }
}
