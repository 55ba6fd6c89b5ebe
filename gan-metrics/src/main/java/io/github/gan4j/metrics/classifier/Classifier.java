package io.github.gan4j.metrics.classifier;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.model.Generator;

/**
 * A small neural network that predicts the class of images, trained on labelled real images to
 * judge generated ones: two hidden layers, of 256 and 128, with dropout. Holds an engine's memory,
 * so it is to be closed. Not thread-safe.
 *
 * <pre>{@code
 * try (GanEngine engine = Gan.newEngine();
 *     Classifier classifier = Classifier.train(Mnist.train(), engine)) {
 *   double accuracy = classifier.accuracy(Mnist.test());
 *   int[] labels = classifier.predict(gan.generator(), 10_000, 1);
 *   double share = ClassAgreement.ofClassesInTurn(labels, 10).share();
 * }
 * }</pre>
 */
public final class Classifier implements AutoCloseable {
  private static final int ROWS = 500;

  private final ImageShape shape;
  private final Network network;
  private final Pass pass;
  private final Tensor in;
  private final Tensor out;
  private final float[] rows;
  private final float[] logits;

  private interface Source {
    /** Writes one image's values. */
    void read(int index, float[] into, int offset);
  }

  /** Takes the network over, and closes it in the end. */
  private Classifier(GanEngine engine, Network network, ImageShape shape) {
    this.shape = shape;
    this.network = network;
    pass = network.inferencePass(ROWS);
    in = engine.allocate(ROWS, shape.size());
    out = engine.allocate(ROWS, classes());
    rows = new float[ROWS * shape.size()];
    logits = new float[ROWS * classes()];
  }

  /**
   * Trains a classifier as {@link ClassifierTraining#DEFAULT} says.
   *
   * @param data labelled images of at least 2 classes
   * @param engine must stay open as long as the classifier is used
   * @throws IllegalArgumentException if the dataset has no images, or fewer than 2 classes
   */
  public static Classifier train(Dataset data, GanEngine engine) {
    return train(data, engine, ClassifierTraining.DEFAULT);
  }

  /**
   * Trains a classifier.
   *
   * @param data labelled images of at least 2 classes
   * @param engine must stay open as long as the classifier is used
   * @throws IllegalArgumentException if the dataset has no images, or fewer than 2 classes
   * @throws IllegalStateException if its weights become infinite or NaN
   */
  public static Classifier train(Dataset data, GanEngine engine, ClassifierTraining training) {
    Arguments.notNull("data", data);
    Arguments.notNull("engine", engine);
    Arguments.notNull("training", training);
    return new Classifier(
        engine, new ClassifierTrainer(engine, training).train(data), data.shape());
  }

  /** Returns the number of classes. */
  public int classes() {
    return network.spec().outputs();
  }

  /** Returns the shape of the images that it was trained on. */
  public ImageShape shape() {
    return shape;
  }

  /**
   * Returns the most likely class of each image.
   *
   * @return a label from 0 to {@code classes() - 1} for each image
   * @throws IllegalArgumentException if the images are of another shape
   */
  public int[] predict(Images images) {
    check("images", Arguments.notNull("images", images).shape());
    float[] values = images.toArray();
    return predict(
        images.count(),
        (index, into, offset) ->
            System.arraycopy(values, index * shape.size(), into, offset, shape.size()));
  }

  /**
   * Returns the most likely class of each image that a generator makes from a seed, as {@link
   * Generator#generate} does, a thousand at a time.
   *
   * <p>If the classifier is one of grey images and the generator's have several channels, each
   * channel is an image of its own, as in Stacked MNIST: channels of the classes a, b and c, of k
   * classes, make the label {@code (a k + b) k + c}.
   *
   * @param generator its images have the classifier's height and width, and its channels unless the
   *     classifier has one
   * @param count how many images, at least 1
   * @param seed decides the latent vectors; any number
   * @return a label for each image, from 0 to {@code classes() - 1}, or to {@code
   *     classes()^channels - 1}
   * @throws IllegalArgumentException if the generator's images are of another shape, the count is
   *     below 1, or labels of so many channels are more than 2^31 - 1
   */
  public int[] predict(Generator generator, int count, long seed) {
    return new GeneratedLabels(this, Arguments.notNull("generator", generator)).of(count, seed);
  }

  /**
   * Returns the share of a dataset's images whose label it predicts, from 0 to 1; NaN if the
   * dataset is empty.
   *
   * @param data labelled images
   * @throws IllegalArgumentException if the images are of another shape, or there is another number
   *     of classes
   */
  public double accuracy(Dataset data) {
    check("dataset " + Arguments.notNull("data", data).name(), data.shape());
    if (data.classes() != classes()) {
      throw new IllegalArgumentException(
          "dataset %s must have %s classes, as the classifier has, had %s"
              .formatted(data.name(), classes(), data.classes()));
    }
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

  private void check(String what, ImageShape given) {
    if (!given.equals(shape)) {
      throw new IllegalArgumentException(
          "%s must be of shape %s, as the classifier was trained on, had %s"
              .formatted(what, shape, given));
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
      out.rowRange(0, batch).copyTo(logits, 0);
      for (int i = 0; i < batch; i++) {
        labels[first + i] = mostLikely(i * classes());
      }
    }
    return labels;
  }

  private int mostLikely(int offset) {
    int best = 0;
    for (int label = 1; label < classes(); label++) {
      if (logits[offset + label] > logits[offset + best]) {
        best = label;
      }
    }
    return best;
  }
}
