package io.github.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.metrics.modes.ModeCounts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The measurements of docs/guide/conditional.md and docs/guide/losses.md in a short form: small
 * networks that have hardly begun to learn, and know classes by then.
 */
class LearntClassesTest {
  private static CpuEngine engine;
  private static Classifier classifier;

  @BeforeAll
  static void train() {
    engine = new CpuEngine();
    classifier = QuickClassifier.train(engine);
  }

  @AfterAll
  static void close() {
    classifier.close();
    engine.close();
  }

  static Stream<Conditioning> kinds() {
    // By concatenation it takes far longer.
    return Stream.of(Conditioning.projection(10), Conditioning.auxiliaryClassifier(10));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void imagesAreOfTheClassAskedFor(Conditioning conditioning) {
    try (TrainedGan gan = small(800).conditional(conditioning).train(Mnist.train())) {
      int[] labels = classifier.predict(gan.generator(), 1_000, 1);
      assertThat(ClassAgreement.ofClassesInTurn(labels, 10).share()).isGreaterThan(0.5);
    }
  }

  @Test
  void stackedDigitsAreOfManyClasses() {
    try (TrainedGan gan = small(800).train(Mnist.stacked(1))) {
      int[] labels = classifier.predict(gan.generator(), 2_600, 1);
      assertThat(ModeCounts.of(labels, 1_000).covered()).isGreaterThan(60);
    }
  }

  private static GanBuilder small(int steps) {
    return Gan.builder()
        .latentDim(32)
        .mlp(128, 256)
        .emaDecay(0.99)
        .maxSteps(steps)
        .seed(1)
        .engine(engine);
  }
}
