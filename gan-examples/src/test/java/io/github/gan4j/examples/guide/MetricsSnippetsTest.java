package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.metrics.classifier.Classifier;
import io.github.gan4j.metrics.modes.ModeCounts;
import io.github.gan4j.metrics.nearest.CopyCheck;
import io.github.gan4j.metrics.nearest.NearestComparison;
import io.github.gan4j.metrics.nearest.NearestImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code of the guide's page on metrics, compiled and run. */
class MetricsSnippetsTest extends SnippetTest {
  private final TrainedGan gan = Gan.builder().latentDim(10).mlp(16).epochs(1).train(Mnist.train());

  @AfterEach
  void close() {
    gan.close();
  }

  @Test
  void classes() {
    // region classes
    try (GanEngine engine = Gan.newEngine();
        Classifier classifier = Classifier.train(Mnist.train(), engine)) {
      double accuracy = classifier.accuracy(Mnist.test()); // about 0.98: how far it can be trusted
      int[] labels = classifier.predict(gan.generator(), 10_000, 1); // of the images of seed 1
      ModeCounts classes = ModeCounts.of(labels, 10);
      int covered = classes.covered(); // classes that have an image
      double divergence = classes.divergenceFromUniform(); // KL in nats, 0 if all are equally many
      System.out.printf("%.3f, %d classes, %.3f nats%n", accuracy, covered, divergence);
    }
    // endregion
    assertThat(printed()).matches("0[.,]\\d{3}, (\\d|10) classes, \\d[.,]\\d{3} nats\\R");
  }

  @Test
  void nearest() {
    // region nearest
    NearestComparison comparison =
        NearestComparison.withHeldOut(gan.generate(100, 1), 5, Mnist.train(), Mnist.test());
    NearestImages.Match nearest = comparison.matches().get(0).get(0); // its index and its distance
    CopyCheck.Verdict verdict = comparison.check().verdict(); // LIKELY_COPIES, UNLIKE_REAL or NEW
    // endregion
    assertThat(nearest.distance()).isPositive();
    assertThat(verdict).as("noise, all but").isNotEqualTo(CopyCheck.Verdict.LIKELY_COPIES);
  }
}
