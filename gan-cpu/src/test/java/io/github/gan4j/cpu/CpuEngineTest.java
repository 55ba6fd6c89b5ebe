package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.image.Images;
import io.github.gan4j.training.LossEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuEngineTest {

  @AfterEach
  void clearProperty() {
    System.clearProperty(CpuEngine.THREADS_PROPERTY);
  }

  @Test
  void serviceLoaderFindsTheEngine() {
    List<GanEngineProvider> providers = new ArrayList<>();
    ServiceLoader.load(GanEngineProvider.class).forEach(providers::add);
    assertThat(providers).singleElement().isInstanceOf(CpuEngineProvider.class);
    assertThat(providers.get(0).id()).isEqualTo("cpu");
    try (GanEngine engine = providers.get(0).create()) {
      assertThat(engine.id()).isEqualTo("cpu");
      assertThat(engine.capabilities()).containsExactlyInAnyOrder(Capability.values());
    }
  }

  @Test
  void theBuilderTrainsAndGeneratesWithIt() {
    List<LossEvent> losses = new ArrayList<>();
    try (Trainer trainer =
        SmallRun.builder().onLoss(losses::add).trainer(new SmallRun.Patterns())) {
      assertThat(trainer.run().engine()).startsWith("cpu (").endsWith("threads)");
      try (TrainedGan gan = trainer.train()) {
        assertThat(losses).hasSize(SmallRun.STEPS);
        assertThat(losses).allSatisfy(event -> assertThat(event.discriminator()).isFinite());
        Images images = gan.generate(3, 5);
        assertThat(images.count()).isEqualTo(3);
        assertThat(images.toArray()).hasSize(60);
        for (float value : images.toArray()) {
          assertThat(value).isBetween(-1f, 1f);
        }
      }
    }
  }

  @Test
  void itLearns() {
    try (TrainedGan gan =
        Gan.builder()
            .latentDim(4)
            .mlp(32)
            .adam(2e-3, 0.5, 0.9)
            .batchSize(32)
            .stepsPerEpoch(300)
            .epochs(1)
            .emaDecay(0.9)
            .train(new SmallRun.Patterns())) {
      double meanSize = 0;
      float[] values = gan.generate(64, 1).toArray();
      for (float value : values) {
        meanSize += Math.abs(value) / values.length;
      }
      // The patterns are all near -1 and 1; at first the images are near 0.
      assertThat(meanSize).isGreaterThan(0.5);
    }
  }

  @Test
  void thePropertySetsTheThreads() {
    System.setProperty(CpuEngine.THREADS_PROPERTY, "3");
    try (CpuEngine engine = new CpuEngine()) {
      assertThat(engine.description()).endsWith(", 3 threads)");
    }
  }

  @Test
  void oneThreadIsNotCalledThreads() {
    try (CpuEngine engine = new CpuEngine(1)) {
      assertThat(engine.description()).startsWith("cpu (").endsWith(", 1 thread)");
    }
  }

  @Test
  void withoutThePropertyThereAreAsManyThreadsAsProcessorsUpToSixteen() {
    int expected = Math.min(16, Runtime.getRuntime().availableProcessors());
    try (CpuEngine engine = new CpuEngine()) {
      assertThat(engine.description()).contains(", " + expected + " thread");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void tooFewThreadsAreRefused(String threads) {
    System.setProperty(CpuEngine.THREADS_PROPERTY, threads);
    assertThatThrownBy(CpuEngine::new)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gan4j.threads must be at least 1, was " + threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "", "1.5", "99999999999"})
  void threadsThatAreNoNumberAreRefused(String threads) {
    System.setProperty(CpuEngine.THREADS_PROPERTY, threads);
    assertThatThrownBy(() -> SmallRun.builder().trainer(new SmallRun.Patterns()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gan4j.threads must be a whole number, was " + threads);
  }

  @Test
  void tooFewThreadsInCodeAreRefused() {
    assertThatThrownBy(() -> new CpuEngine(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be at least 1, was 0");
  }

  @Test
  void aClosedEngineRefusesAll() {
    CpuEngine engine = new CpuEngine(2);
    Tensor tensor = engine.allocate(2, 2);
    engine.close();
    engine.close();
    assertThatThrownBy(() -> engine.allocate(1, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> tensor.copyTo(new float[4], 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
    assertThatThrownBy(() -> SmallRun.builder().engine(engine).trainer(new SmallRun.Patterns()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
  }

  @Test
  void severalThreadsGenerateTheRightImagesFromOneGan()
      throws InterruptedException, ExecutionException {
    int seeds = 12;
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try (TrainedGan gan = SmallRun.builder().train(new SmallRun.Patterns())) {
      float[][] expected = new float[seeds][];
      for (int seed = 0; seed < seeds; seed++) {
        expected[seed] = gan.generate(1 + 5 * seed, seed).toArray();
      }
      List<Future<?>> callers = new ArrayList<>();
      for (int caller = 0; caller < 4; caller++) {
        Random random = new Random(caller);
        callers.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    int seed = random.nextInt(seeds);
                    assertThat(gan.generate(1 + 5 * seed, seed).toArray())
                        .isEqualTo(expected[seed]);
                  }
                }));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
