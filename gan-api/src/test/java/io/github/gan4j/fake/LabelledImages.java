package io.github.gan4j.fake;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;

/** {@link NumberedImages} whose class is their number modulo the number of classes. */
public class LabelledImages implements Dataset {
  private final Dataset images;
  private final int[] labels;
  private final int classes;

  public LabelledImages(int size, int classes) {
    images = new NumberedImages(size);
    this.classes = classes;
    labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % classes;
    }
  }

  /** Gives an image another label. */
  public LabelledImages with(int index, int label) {
    labels[index] = label;
    return this;
  }

  @Override
  public String name() {
    return "labelled";
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public void read(int index, float[] into, int offset) {
    images.read(index, into, offset);
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }
}
