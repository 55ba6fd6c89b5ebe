package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.LayerSpec.Normalization;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is closed leaves no native memory behind; what is forgotten, none after a collection. */
class NativeMemoryTest {
  /** Less than helpers wait for work: they must not hold what is forgotten meanwhile. */
  private static final long ENOUGH = 5_000_000_000L;

  /** What the library itself needs is there before anybody counts. */
  @BeforeAll
  static void load() {
    new Dl4jEngine(1, Kernels.OPENBLAS).close();
  }

  @Test
  void aClosedNetworkIsFreedAtOnceWithItsPasses() {
    LayerSpec layer =
        new LayerSpec(300, new Normalization(0.1, 1e-5), Activation.leakyRelu(0.2), 0.1);
    NetworkSpec spec = new NetworkSpec(200, List.of(layer, layer));
    long start = settled();
    try (Dl4jEngine engine = new Dl4jEngine(2, Kernels.OPENBLAS)) {
      TrainableNetwork network =
          engine.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0.9);
      network.trainingPass(32);
      network.inferencePass(64);
      assertThat(Pointer.totalBytes()).isGreaterThan(start + 4L * spec.parameterCount());
      network.close();
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(start);
    }
  }

  @Test
  void aClosedPassIsFreedAtOnceWhileItsNetworkStays() {
    NetworkSpec spec =
        new NetworkSpec(10, List.of(new LayerSpec(20, null, Activation.relu(), 0.5)));
    settled();
    try (Dl4jEngine engine = new Dl4jEngine(2, Kernels.OPENBLAS);
        TrainableNetwork network =
            engine.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0)) {
      long start = Pointer.totalBytes();
      for (int i = 0; i < 10; i++) {
        network.trainingPass(1000).close();
        network.inferencePass(1000).close();
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(start);
    }
  }

  @Test
  void runsThatWereClosedLeaveNothing() {
    long start = settled();
    for (int i = 0; i < 10; i++) {
      try (Trainer trainer = SmallRun.builder().trainer(new SmallRun.Patterns())) {
        trainer.step();
        assertThat(trainer.run().generator().generate(2, 1).count()).isEqualTo(2);
        try (TrainedGan gan = trainer.train()) {
          assertThat(gan.generate(20, 1).count()).isEqualTo(20);
        }
      }
    }
    assertReturnsTo(start);
  }

  @Test
  void runsThatWereForgottenLeaveNothing() {
    long start = settled();
    forgetRuns();
    assertReturnsTo(start);
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static void forgetRuns() {
    for (int i = 0; i < 5; i++) {
      Trainer trainer = SmallRun.builder().trainer(new SmallRun.Patterns());
      assertThat(trainer.train().generate(3).count()).isEqualTo(3);
    }
  }

  /** Returns how many bytes are in use after what earlier tests dropped is gone. */
  private static long settled() {
    long least = Long.MAX_VALUE;
    for (int unchanged = 0; unchanged < 3; ) {
      collect();
      long now = Pointer.totalBytes();
      unchanged = now < least ? 0 : unchanged + 1;
      least = Math.min(least, now);
    }
    return least;
  }

  private static void assertReturnsTo(long start) {
    long since = System.nanoTime();
    while (Pointer.totalBytes() > start && System.nanoTime() - since < ENOUGH) {
      collect();
    }
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(start);
  }

  private static void collect() {
    System.gc();
    try {
      // Pointers are freed by a thread of their own.
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
