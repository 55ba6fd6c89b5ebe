package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;

/** What tests ask of a whole dataset, by its public interface alone. */
final class Facts {
  private Facts() {}

  static float[] image(Dataset data, int index) {
    float[] values = new float[data.shape().size()];
    data.read(index, values, 0);
    return values;
  }

  /** Returns one image as the bytes it came from. */
  static int[] pixels(Dataset data, int index) {
    float[] values = image(data, index);
    int[] pixels = new int[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round((values[i] + 1) * 127.5f);
    }
    return pixels;
  }

  static long pixelSum(Dataset data) {
    long sum = 0;
    for (int i = 0; i < data.size(); i++) {
      for (int pixel : pixels(data, i)) {
        sum += pixel;
      }
    }
    return sum;
  }

  static int[] labels(Dataset data, int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = data.label(i);
    }
    return labels;
  }

  static int[] labelHistogram(Dataset data) {
    int[] histogram = new int[data.classes()];
    for (int i = 0; i < data.size(); i++) {
      histogram[data.label(i)]++;
    }
    return histogram;
  }
}
