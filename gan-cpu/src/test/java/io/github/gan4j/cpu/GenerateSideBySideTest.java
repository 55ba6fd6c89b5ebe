package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.image.Images;
import io.github.gan4j.vector.VectorApi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many callers of one engine, with work enough for its helpers, get what one caller gets. */
@Timeout(600) // Instead of a build that hangs.
class GenerateSideBySideTest {
  private static final int CALLERS = 8;
  private static final int ROUNDS = 6;

  /** For one worker, for several who share a layer's columns, and for several with rows each. */
  private static final int[] COUNTS = {1, 5, 40, 250};

  @ParameterizedTest
  @EnumSource(names = {"OPENBLAS", "VECTOR"})
  void everyCallerGetsTheBitsOfACallerAlone(Kernels kernels) throws Exception {
    if (kernels == Kernels.VECTOR) {
      assumeThat(VectorApi.isAvailable()).isTrue();
    }
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (CpuEngine engine = new CpuEngine(3, kernels);
        TrainedGan first = train(engine, 1);
        TrainedGan second = train(engine, 2)) {
      List<float[]> expected = made(first, second);
      CyclicBarrier start = new CyclicBarrier(CALLERS);
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        wrong.add(callers.submit(() -> differences(start, expected, first, second)));
      }
      for (Future<Integer> count : wrong) {
        assertThat(count.get()).isZero();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static int differences(
      CyclicBarrier start, List<float[]> expected, TrainedGan first, TrainedGan second)
      throws Exception {
    int differences = 0;
    for (int round = 0; round < ROUNDS; round++) {
      start.await();
      List<float[]> made = made(first, second);
      for (int i = 0; i < made.size(); i++) {
        differences += Arrays.equals(made.get(i), expected.get(i)) ? 0 : 1;
      }
    }
    return differences;
  }

  /** Returns images of both, and what both think of them. */
  private static List<float[]> made(TrainedGan... gans) {
    List<float[]> made = new ArrayList<>();
    for (TrainedGan gan : gans) {
      for (int count : COUNTS) {
        Images images = gan.generate(count, count);
        made.add(images.toArray());
        made.add(gan.discriminator().logits(images));
      }
    }
    return made;
  }

  private static TrainedGan train(CpuEngine engine, long seed) {
    return SmallRun.builder()
        .mlp(128, 512)
        .discriminator(discriminator -> discriminator.hidden(512, 128).spectralNorm())
        .stepsPerEpoch(1)
        .seed(seed)
        .engine(engine)
        .train(new SmallRun.Patterns());
  }
}
