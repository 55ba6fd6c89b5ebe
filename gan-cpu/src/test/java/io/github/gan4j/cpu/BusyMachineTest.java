package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other threads keep every processor busy: who does what of a step changes, the bits do not. */
@Timeout(600) // Instead of a build that hangs.
class BusyMachineTest {
  /** So many that the run's own threads wait for their turns. */
  private static final int BUSY = 2 * Runtime.getRuntime().availableProcessors();

  /** Workers of one step, which deal its work out among themselves. */
  private static final int THREADS = 3;

  /** {@code -Dgan4j.epochs=300} makes it long. */
  private static final int EPOCHS = Integer.getInteger("gan4j.epochs", 3);

  private volatile boolean over;

  @Test
  void theRunsWeightsAreThoseOfAQuietMachine() throws IOException, InterruptedException {
    String quiet = run();

    List<Thread> others = new ArrayList<>();
    CountDownLatch started = new CountDownLatch(BUSY);
    for (int i = 0; i < BUSY; i++) {
      others.add(new Thread(() -> spin(started), "busy-" + i));
    }
    others.forEach(Thread::start);
    try {
      started.await();
      assertThat(run()).isEqualTo(quiet);
      assertThat(others).allMatch(Thread::isAlive);
    } finally {
      over = true;
      for (Thread other : others) {
        other.join();
      }
    }
  }

  private static String run() throws IOException {
    try (CpuEngine engine = new CpuEngine(THREADS);
        TrainedGan gan =
            SmallRun.builder()
                .mlp(200, 300)
                .epochs(EPOCHS)
                .engine(engine)
                .train(new SmallRun.Patterns())) {
      return SmallRun.hash(gan);
    }
  }

  private void spin(CountDownLatch started) {
    started.countDown();
    while (!over) {
      Thread.onSpinWait();
    }
  }
}
