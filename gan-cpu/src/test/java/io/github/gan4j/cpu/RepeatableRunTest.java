package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bits. */
class RepeatableRunTest {

  @Test
  void twiceInOneProcess() throws IOException {
    assertThat(SmallRun.hash()).isEqualTo(SmallRun.hash());
  }

  @Test
  void twiceOnOneEngine() throws IOException {
    try (CpuEngine engine = new CpuEngine(2)) {
      assertThat(SmallRun.hash(engine)).isEqualTo(SmallRun.hash(engine));
    }
  }

  @Test
  void acrossProcesses() throws IOException {
    String output = OtherJvm.run(SmallRun.class, name -> true, OtherJvm.sameKernels());
    assertThat(output).contains("hash " + SmallRun.hash());
  }

  @Test
  void anotherSeedGivesOthers() throws IOException {
    try (TrainedGan gan = SmallRun.builder().seed(8).train(new SmallRun.Patterns())) {
      assertThat(SmallRun.hash(gan)).isNotEqualTo(SmallRun.hash());
    }
  }

  @Test
  void whateverOthersToldOpenblas() throws IOException {
    String before = onOpenblas();
    openblas_nolapack.blas_set_num_threads(2);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(2);
    assertThat(onOpenblas()).isEqualTo(before);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
  }

  private static String onOpenblas() throws IOException {
    try (CpuEngine engine = new CpuEngine(2, Kernels.OPENBLAS)) {
      return SmallRun.hash(engine);
    }
  }

  @Test
  void withSeveralRunsAtOnceOnOneEngine()
      throws IOException, InterruptedException, ExecutionException {
    String alone = SmallRun.hash();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try (CpuEngine engine = new CpuEngine(2)) {
      List<Future<String>> hashes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        hashes.add(executor.submit(() -> SmallRun.hash(engine)));
      }
      for (Future<String> hash : hashes) {
        assertThat(hash.get()).isEqualTo(alone);
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
