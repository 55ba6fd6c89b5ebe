package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sixteen threads use one generator while its trainer goes on, on the same engine. */
@Timeout(600) // Instead of a build that hangs.
class GenerateWhileTrainingTest {
  private static final int THREADS = 16;

  /** {@code -Dgan4j.epochs=1000} makes it long. */
  private static final int EPOCHS = Integer.getInteger("gan4j.epochs", 3);

  @Test
  void everyImageIsRightAndSoIsTheRun()
      throws IOException, InterruptedException, ExecutionException {
    String hash;
    try (TrainedGan gan = builder().train(new SmallRun.Patterns())) {
      hash = SmallRun.hash(gan);
    }

    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicBoolean training = new AtomicBoolean(true);
    try (Trainer trainer = builder().trainer(new SmallRun.Patterns())) {
      LossEvent unused = trainer.step();
      try (TrainedGan early = trainer.snapshot()) {
        List<float[]> expected = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          expected.add(images(early, i));
        }
        List<Future<Integer>> generated = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int own = i;
          generated.add(
              threads.submit(() -> generateWhile(training, early, own, expected.get(own))));
        }
        try (TrainedGan late = trainer.train()) {
          assertThat(SmallRun.hash(late)).isEqualTo(hash);
        } finally {
          training.set(false);
        }
        for (Future<Integer> count : generated) {
          assertThat(count.get()).isPositive();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static GanBuilder builder() {
    return SmallRun.builder().epochs(EPOCHS);
  }

  /** Returns how often. */
  private static int generateWhile(
      AtomicBoolean training, TrainedGan gan, int own, float[] expected) {
    int count = 0;
    do {
      if (!Arrays.equals(images(gan, own), expected)) {
        throw new AssertionError("images of thread %d, time %d".formatted(own, count));
      }
      count++;
    } while (training.get());
    return count;
  }

  private static float[] images(TrainedGan gan, int own) {
    return gan.generate(1 + 7 * own, own).toArray();
  }
}
