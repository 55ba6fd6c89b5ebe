package io.github.gan4j.dl4j;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.List;
import java.util.Objects;

/** Images in arrays of their own, with or without labels. Immutable. */
final class ImageArrays implements Dataset {
  private final ImageShape shape;
  private final float[][] images;
  private final int[] labels;
  private final int classes;

  /** Keeps the arrays as they are, which are known to fit each other. */
  ImageArrays(ImageShape shape, List<float[]> images, int[] labels, int classes) {
    this.shape = shape;
    this.images = images.toArray(float[][]::new);
    this.labels = labels;
    this.classes = classes;
  }

  @Override
  public String name() {
    return "iterator";
  }

  @Override
  public int size() {
    return images.length;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    Objects.checkIndex(index, images.length);
    Objects.checkFromIndexSize(offset, shape.size(), into.length);
    System.arraycopy(images[index], 0, into, offset, shape.size());
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    if (classes == 0) {
      return Dataset.super.label(index);
    }
    Objects.checkIndex(index, images.length);
    return labels[index];
  }

  /** Returns how many images of which shape and classes. */
  @Override
  public String toString() {
    return "%s: %s images of %s%s"
        .formatted(name(), size(), shape, classes == 0 ? "" : " in %s classes".formatted(classes));
  }
}
