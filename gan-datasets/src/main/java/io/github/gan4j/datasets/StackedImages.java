package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.Arrays;

/** Images of three channels, each of which is an image of a dataset of one channel. */
final class StackedImages implements ImageSource {
  static final int CHANNELS = 3;

  private final Dataset source;
  private final ImageShape shape;
  private final int[] parts;

  /** Keeps the indices in the source, those of one image's channels after another's. */
  StackedImages(Dataset source, int[] parts) {
    this.source = source;
    this.parts = parts;
    shape = new ImageShape(CHANNELS, source.shape().height(), source.shape().width());
  }

  /** Makes each image's class of those of its channels, as the digits of a number. */
  ClassLabels labels() {
    int digits = source.classes();
    int[] labels = new int[count()];
    Arrays.setAll(labels, image -> label(image, digits));
    return new ClassLabels(labels, ClassNames.stacked(source.classNames()));
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int count() {
    return parts.length / CHANNELS;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      int part = parts[CHANNELS * index + channel];
      source.read(part, into, offset + channel * source.shape().size());
    }
  }

  private int label(int image, int digits) {
    int label = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      label = digits * label + source.label(parts[CHANNELS * image + channel]);
    }
    return label;
  }
}
