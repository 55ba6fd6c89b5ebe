package io.github.gan4j.metrics.classifier;

import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.engine.GanEngine;

/** A classifier of digits that is trained in a few seconds, with an accuracy above 0.9. */
final class QuickClassifier {
  private QuickClassifier() {}

  static Classifier train(GanEngine engine) {
    return Classifier.train(
        Datasets.limited(Mnist.train(), 20_000), engine, new ClassifierTraining(3, 1));
  }
}
