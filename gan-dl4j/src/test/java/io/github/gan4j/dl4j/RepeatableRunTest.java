package io.github.gan4j.dl4j;

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
import org.nd4j.linalg.factory.Nd4j;

/** The same seed gives the same bits. */
class RepeatableRunTest {

  @Test
  void twiceInOneProcess() throws IOException {
    assertThat(SmallRun.hash()).isEqualTo(SmallRun.hash());
  }

  @Test
  void twiceOnOneEngine() throws IOException {
    try (Dl4jEngine engine = new Dl4jEngine(2)) {
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
  void whateverNd4jToldBlas() throws IOException {
    String before = onOpenblas();
    assertThat(Nd4j.ones(4, 4).mmul(Nd4j.ones(4, 4)).sumNumber().intValue()).isEqualTo(64);
    Nd4j.factory().blas().setMaxThreads(2);
    assertThat(openblas_nolapack.blas_get_num_threads()).as("one library for both").isEqualTo(2);
    assertThat(onOpenblas()).isEqualTo(before);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
  }

  private static String onOpenblas() throws IOException {
    try (Dl4jEngine engine = new Dl4jEngine(2, Kernels.OPENBLAS)) {
      return SmallRun.hash(engine);
    }
  }

  @Test
  void withSeveralRunsAtOnceOnOneEngine()
      throws IOException, InterruptedException, ExecutionException {
    String alone = SmallRun.hash();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try (Dl4jEngine engine = new Dl4jEngine(2)) {
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
