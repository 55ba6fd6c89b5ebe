package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.fake.FakeEngine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

class BatchRunnerTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(1, List.of(new LayerSpec(2, null, Activation.linear(), 0)));

  private final FakeEngine engine = new FakeEngine();
  private final Network network = engine.network(SPEC);
  private final ExecutorService callers = Executors.newFixedThreadPool(4);

  @AfterEach
  void endCallers() {
    callers.shutdownNow();
  }

  static boolean hasOneProcessor() {
    return Runtime.getRuntime().availableProcessors() == 1;
  }

  @Test
  @DisabledIf("hasOneProcessor")
  void twoCallersAreServedAtOnce() throws Exception {
    network.parameters().copyFrom(new float[] {2, 3, 0, 1});
    BatchRunner runner = new BatchRunner(engine, network);
    CyclicBarrier both = new CyclicBarrier(2);
    List<Future<float[]>> results = new ArrayList<>();
    for (int caller = 1; caller <= 2; caller++) {
      float input = caller;
      results.add(
          callers.submit(
              () ->
                  runner.run(
                      1,
                      (first, count, target) -> {
                        target[0] = input;
                        // Whoever waited for the other's end would wait here for ever.
                        meet(both);
                      })));
    }
    assertThat(results.get(0).get()).containsExactly(2, 4);
    assertThat(results.get(1).get()).containsExactly(4, 7);
  }

  @Test
  void callersTakeTurnsOnAnEngineThatServesOneAtATime() throws Exception {
    engine.capableOf(EnumSet.of(Capability.TRAINING));
    BatchRunner runner = new BatchRunner(engine, network);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<float[]>> results = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      results.add(
          callers.submit(
              () ->
                  runner.run(
                      1,
                      (first, count, target) -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                      })));
    }
    for (Future<float[]> result : results) {
      assertThat(result.get()).hasSize(2);
    }
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void aCallThatFailsLeavesItsPlaceToTheNext() {
    BatchRunner runner = new BatchRunner(engine, network);
    for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  runner.run(
                      1,
                      (first, count, target) -> {
                        throw new IllegalStateException("no rows");
                      }));
    }
    assertThat(runner.run(3, (first, count, target) -> {})).hasSize(6);
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
