package io.github.gan4j.dl4j;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Gathers the classes of batches whose labels are one-hot. */
final class OneHotLabels {
  private final IntStream.Builder labels = IntStream.builder();
  private int count;
  private int classes;

  void add(DataSet batch) {
    INDArray oneHot = batch.getLabels();
    if (oneHot == null) {
      throw new IllegalArgumentException(
          "labels must be there, one-hot, were none from image %s on: read without labels"
              .formatted(count));
    }
    long images = batch.getFeatures().size(0);
    if (oneHot.rank() != 2 || oneHot.size(0) != images || oneHot.size(1) < 2) {
      throw new IllegalArgumentException(
          "labels must have the shape [%s, classes], with at least 2 classes, had %s from image %s on"
              .formatted(images, Arrays.toString(oneHot.shape()), count));
    }
    int columns = Math.toIntExact(oneHot.size(1));
    if (count > 0 && columns != classes) {
      throw new IllegalArgumentException(
          "labels must have %s columns as those before, had %s from image %s on"
              .formatted(classes, columns, count));
    }
    classes = columns;
    float[] values = NdArrays.values("labels", oneHot);
    for (int from = 0; from < values.length; from += columns) {
      labels.add(label(Arrays.copyOfRange(values, from, from + columns)));
      count++;
    }
  }

  private int label(float[] row) {
    int label = -1;
    for (int i = 0; i < row.length; i++) {
      if (row[i] == 1 && label < 0) {
        label = i;
      } else if (row[i] != 0) {
        throw notOneHot(row);
      }
    }
    if (label < 0) {
      throw notOneHot(row);
    }
    return label;
  }

  private IllegalArgumentException notOneHot(float[] row) {
    return new IllegalArgumentException(
        "labels of image %s must be one-hot, one 1 and the others 0, were %s"
            .formatted(count, Arrays.toString(row)));
  }

  int classes() {
    return classes;
  }

  int[] toArray() {
    return labels.build().toArray();
  }
}
