package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import java.lang.ref.WeakReference;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is closed leaves no native memory behind; what is forgotten, none after a collection. */
class NativeMemoryTest {
  @ParameterizedTest
  @EnumSource(names = {"OPENBLAS", "BFLOAT16"})
  void aClosedNetworkIsFreedAtOnceWithItsPasses(Kernels kernels) {
    if (kernels == Kernels.BFLOAT16) {
      assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    }
    LayerSpec layer = new LayerSpec(300, new BatchNorm(0.1, 1e-5), Activation.leakyRelu(0.2), 0.1);
    NetworkSpec spec = new NetworkSpec(200, List.of(layer, layer));
    long start = NativeMemory.settled();
    try (CpuEngine engine = new CpuEngine(2, kernels)) {
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
    NativeMemory.settled();
    try (CpuEngine engine = new CpuEngine(2, Kernels.OPENBLAS);
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

  /** With the Vector API, too, whose memory is the heap. */
  @Test
  void aClosedPassIsForgottenByItsNetwork() {
    NetworkSpec spec = new NetworkSpec(10, List.of(new LayerSpec(20, null, Activation.relu(), 0)));
    try (CpuEngine engine = new CpuEngine(2);
        TrainableNetwork network =
            engine.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0)) {
      List<WeakReference<?>> passes = List.of(closedPass(network), closedTrainingPass(network));
      for (WeakReference<?> pass : passes) {
        for (int i = 0; i < 100 && pass.get() != null; i++) {
          System.gc();
        }
        assertThat(pass.get()).isNull();
      }
    }
  }

  private static WeakReference<Pass> closedPass(TrainableNetwork network) {
    try (Pass pass = network.inferencePass(5)) {
      return new WeakReference<>(pass);
    }
  }

  private static WeakReference<TrainingPass> closedTrainingPass(TrainableNetwork network) {
    try (TrainingPass pass = network.trainingPass(5)) {
      return new WeakReference<>(pass);
    }
  }

  @Test
  void runsThatWereClosedLeaveNothing() {
    long start = NativeMemory.settled();
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
  @LeavesOpen
  void runsThatWereForgottenLeaveNothing() {
    long start = NativeMemory.settled();
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

  private static void assertReturnsTo(long start) {
    assertThat(NativeMemory.settled(start)).isLessThanOrEqualTo(start);
  }
}
