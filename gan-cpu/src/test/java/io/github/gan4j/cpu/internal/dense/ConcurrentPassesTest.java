package io.github.gan4j.cpu.internal.dense;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.BlasArithmetic;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for whom. A pass that waited where it must not would time out. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrentPassesTest {
  private static final int ROWS = 200;
  private static final int WIDTH = 256;

  private final Arithmetic arithmetic = new BlasArithmetic();

  @ParameterizedTest
  @ValueSource(ints = {1, 60, ROWS})
  void aPassGoesOnByItselfWhileAnotherHasTheTeam(int rows) throws InterruptedException {
    try (WorkerTeam team = new WorkerTeam(2);
        DenseNetwork network = network(team)) {
      float[] together = outputs(network, rows);
      CountDownLatch taken = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Thread other = new Thread(() -> team.run(2, (worker, barrier) -> hold(taken, done)));
      other.start();
      taken.await();
      try {
        assertThat(outputs(network, rows)).isEqualTo(together);
      } finally {
        done.countDown();
        other.join();
      }
    }
  }

  @Test
  void passesReadTheWeightsAtTheSameTime() throws InterruptedException {
    try (WorkerTeam team = new WorkerTeam(2);
        DenseNetwork network = network(team)) {
      float[] alone = outputs(network, ROWS);
      CountDownLatch taken = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Thread other = reader(network, taken, done);
      taken.await();
      try {
        assertThat(outputs(network, ROWS)).isEqualTo(alone);
      } finally {
        done.countDown();
        other.join();
      }
    }
  }

  @Test
  void closingWaitsForThePassThatComputes() throws InterruptedException {
    try (WorkerTeam team = new WorkerTeam(1)) {
      DenseNetwork network = network(team);
      CountDownLatch taken = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Thread reader = reader(network, taken, done);
      taken.await();
      Thread closing = new Thread(network::close);
      closing.start();
      // Done at once, or waiting: either way this ends.
      while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
        Thread.onSpinWait();
      }
      assertThat(closing.isAlive()).isTrue();
      done.countDown();
      reader.join();
      closing.join();
    }
  }

  private static Thread reader(DenseNetwork network, CountDownLatch taken, CountDownLatch done) {
    Thread reader =
        new Thread(
            () -> {
              Lock reading = network.reading();
              reading.lock();
              try {
                hold(taken, done);
              } finally {
                reading.unlock();
              }
            });
    reader.start();
    return reader;
  }

  private static void hold(CountDownLatch taken, CountDownLatch done) {
    taken.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private DenseNetwork network(WorkerTeam team) {
    LayerSpec layer = new LayerSpec(WIDTH, null, Activation.leakyRelu(0.2), 0);
    DenseNetwork network =
        new DenseNetwork(new NetworkSpec(WIDTH, List.of(layer, layer)), arithmetic, team);
    network.parameters().copyFrom(random(network.spec().parameterCount()));
    return network;
  }

  private float[] outputs(DenseNetwork network, int rows) {
    Matrix in = arithmetic.allocate(rows, WIDTH);
    Matrix out = arithmetic.allocate(rows, WIDTH);
    in.copyFrom(random(rows * WIDTH), 0);
    try (Pass pass = network.inferencePass(rows)) {
      pass.forward(in, out);
    }
    float[] values = new float[rows * WIDTH];
    out.copyTo(values, 0);
    in.free();
    out.free();
    return values;
  }

  private static float[] random(int count) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 16;
    }
    return values;
  }
}
