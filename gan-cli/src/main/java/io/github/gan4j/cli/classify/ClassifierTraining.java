package io.github.gan4j.cli.classify;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.List;

/**
 * Teaches a classifier: two hidden layers, of 256 and 128, with dropout, by Adam with a learning
 * rate that falls to 0. About 98% of MNIST's test images are named rightly after 10 epochs. The
 * same training gives the same classifier on the same machine and number of threads.
 *
 * @param engine makes the networks; it can train, and is open as long as the classifier
 * @param epochs passes over the data, at least 1
 * @param seed decides weights, data order and dropout
 */
public record ClassifierTraining(GanEngine engine, int epochs, long seed) {
  private static final int BATCH = 100;
  private static final double DROPOUT = 0.3;
  private static final OptimizerConfig OPTIMIZER = OptimizerConfig.adam(1e-3, 0.9, 0.999);

  /** Refuses fewer than 1 epoch. */
  public ClassifierTraining {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
    }
  }

  /**
   * Returns a classifier of a dataset's classes, which the caller closes.
   *
   * @throws IllegalArgumentException if the dataset has no images, or labels of fewer than 2
   *     classes
   */
  public Classifier train(Dataset data) {
    if (data.size() < 1 || data.classes() < 2) {
      throw new IllegalArgumentException(
          "dataset %s must have images in at least 2 classes, has %s in %s"
              .formatted(data.name(), data.size(), data.classes()));
    }
    NetworkSpec spec = spec(data.shape().size(), data.classes());
    TrainableNetwork network = engine.trainable(spec, OPTIMIZER, 0);
    network.parameters().copyFrom(firstValues(spec));
    int batch = Math.min(BATCH, data.size());
    try (ClassifierStep step = new ClassifierStep(engine, network, data, batch)) {
      int stepsPerEpoch = data.size() / batch;
      double steps = (double) epochs * stepsPerEpoch;
      long done = 0;
      for (int epoch = 0; epoch < epochs; epoch++) {
        int[] order = random(RandomStream.DATA_ORDER, epoch).permutation(data.size());
        for (int i = 0; i < stepsPerEpoch; i++) {
          long dropoutSeed = random(RandomStream.DISCRIMINATOR_DROPOUT, done).bits(0);
          step.train(order, i * batch, done + 1, 1 - done / steps, dropoutSeed);
          done++;
        }
      }
    }
    return new Classifier(engine, network, data.shape());
  }

  private static NetworkSpec spec(int inputs, int classes) {
    Activation hidden = Activation.leakyRelu(0.2);
    return new NetworkSpec(
        inputs,
        List.of(
            new LayerSpec(256, null, hidden, DROPOUT),
            new LayerSpec(128, null, hidden, DROPOUT),
            new LayerSpec(classes, null, Activation.linear(), 0)));
  }

  /** Weights as He et al. (2015, arXiv:1502.01852) spread them, and biases of 0. */
  private float[] firstValues(NetworkSpec spec) {
    float[] values = new float[spec.parameterCount()];
    List<Part> parts = spec.parameters();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.name().endsWith("linear.weight")) {
        double bound = Math.sqrt(6.0 / part.shape().get(1));
        random(RandomStream.DISCRIMINATOR_WEIGHTS, i)
            .fillUniform(values, part.offset(), part.size(), -bound, bound);
      }
    }
    return values;
  }

  private CounterRandom random(RandomStream stream, long step) {
    return new CounterRandom(seed, stream, step);
  }
}
