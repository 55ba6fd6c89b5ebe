package io.github.gan4j.cli.classify;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.image.Images;

/** Names the class of images, as {@link ClassifierTraining} taught it. Not thread-safe. */
public final class Classifier implements AutoCloseable {
  private static final int ROWS = 500;

  private final ImageShape shape;
  private final Network network;
  private final Pass pass;
  private final Tensor in;
  private final Tensor out;
  private final float[] rows;
  private final float[] scores;

  /** Takes the network over, and closes it in the end. */
  Classifier(GanEngine engine, Network network, ImageShape shape) {
    this.shape = shape;
    this.network = network;
    pass = network.inferencePass(ROWS);
    in = engine.allocate(ROWS, shape.size());
    out = engine.allocate(ROWS, classes());
    rows = new float[ROWS * shape.size()];
    scores = new float[ROWS * classes()];
  }

  private interface Source {
    /** Writes one image's values. */
    void read(int index, float[] into, int offset);
  }

  /** Returns the number of classes. */
  public int classes() {
    return network.spec().outputs();
  }

  /** Returns the shape of the images that it knows. */
  public ImageShape shape() {
    return shape;
  }

  /**
   * Returns the likeliest class of each image.
   *
   * @throws IllegalArgumentException if the images are of another shape
   */
  public int[] predict(Images images) {
    check("images", images.shape());
    float[] values = images.toArray();
    return predict(
        images.count(),
        (index, into, offset) ->
            System.arraycopy(values, index * shape.size(), into, offset, shape.size()));
  }

  /**
   * Returns the share of a dataset's images whose class it names rightly.
   *
   * @throws IllegalArgumentException if the images are of another shape
   */
  public double accuracy(Dataset data) {
    check("dataset " + data.name(), data.shape());
    int[] predicted = predict(data.size(), data::read);
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      if (predicted[i] == data.label(i)) {
        right++;
      }
    }
    return (double) right / predicted.length;
  }

  @Override
  public void close() {
    pass.close();
    network.close();
  }

  private void check(String what, ImageShape other) {
    if (!other.equals(shape)) {
      throw new IllegalArgumentException(
          "%s must be of shape %s, as the classifier knows, was %s".formatted(what, shape, other));
    }
  }

  private int[] predict(int count, Source source) {
    int[] labels = new int[count];
    for (int first = 0; first < count; first += ROWS) {
      int batch = Math.min(ROWS, count - first);
      for (int i = 0; i < batch; i++) {
        source.read(first + i, rows, i * shape.size());
      }
      UnitPixels.scale(rows, batch * shape.size());
      in.rowRange(0, batch).copyFrom(rows, 0);
      pass.forward(in.rowRange(0, batch), out.rowRange(0, batch));
      out.rowRange(0, batch).copyTo(scores, 0);
      for (int i = 0; i < batch; i++) {
        labels[first + i] = likeliest(i * classes());
      }
    }
    return labels;
  }

  private int likeliest(int offset) {
    int best = 0;
    for (int label = 1; label < classes(); label++) {
      if (scores[offset + label] > scores[offset + best]) {
        best = label;
      }
    }
    return best;
  }
}
