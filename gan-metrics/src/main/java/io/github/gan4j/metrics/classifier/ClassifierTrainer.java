package io.github.gan4j.metrics.classifier;

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

/** Trains a classifier's network by Adam, with a learning rate that falls linearly to 0. */
record ClassifierTrainer(GanEngine engine, ClassifierTraining training) {
  private static final int BATCH = 100;
  private static final double DROPOUT = 0.3;
  private static final OptimizerConfig OPTIMIZER = OptimizerConfig.adam(1e-3, 0.9, 0.999);

  /** Returns a trained network, which the caller closes. */
  TrainableNetwork train(Dataset data) {
    if (data.size() < 1 || data.classes() < 2) {
      throw new IllegalArgumentException(
          "dataset %s must have images in at least 2 classes, has %s in %s"
              .formatted(data.name(), data.size(), data.classes()));
    }
    NetworkSpec spec = spec(data.shape().size(), data.classes());
    TrainableNetwork network = engine.trainable(spec, OPTIMIZER, 0);
    try {
      network.parameters().copyFrom(initialValues(spec));
      train(network, data);
      return network;
    } catch (RuntimeException | Error e) {
      network.close();
      throw e;
    }
  }

  private void train(TrainableNetwork network, Dataset data) {
    int batch = Math.min(BATCH, data.size());
    int stepsPerEpoch = data.size() / batch;
    double steps = (double) training.epochs() * stepsPerEpoch;
    try (ClassifierStep step = new ClassifierStep(engine, network, data, batch)) {
      long done = 0;
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        int[] order = random(RandomStream.DATA_ORDER, epoch).permutation(data.size());
        for (int i = 0; i < stepsPerEpoch; i++) {
          long dropoutSeed = random(RandomStream.DISCRIMINATOR_DROPOUT, done).bits(0);
          step.train(order, i * batch, done + 1, 1 - done / steps, dropoutSeed);
          done++;
        }
      }
    }
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

  /** He initialisation of the weights (2015, arXiv:1502.01852), and biases of 0. */
  private float[] initialValues(NetworkSpec spec) {
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
    return new CounterRandom(training.seed(), stream, step);
  }
}
