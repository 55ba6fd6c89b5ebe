package io.github.gan4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.fake.FakeEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedEnginesTest {
  private final Provider provider = new Provider();

  @Test
  void allUsersHaveOneEngineWhichIsClosedWithTheLast() {
    EngineLease first = SharedEngines.lease(provider);
    EngineLease second = SharedEngines.lease(provider);
    assertThat(second.engine()).isSameAs(first.engine());
    first.close();
    assertThat(provider.made.get(0).closings()).isZero();
    second.close();
    second.close();
    assertThat(provider.made).hasSize(1);
    assertThat(provider.made.get(0).closings()).isEqualTo(1);
  }

  @Test
  void afterTheLastUserTheNextHasANewEngine() {
    EngineLease first = SharedEngines.lease(provider);
    first.close();
    EngineLease second = SharedEngines.lease(provider);
    assertThat(second.engine()).isNotSameAs(first.engine());
    assertThat(provider.made.get(1).closings()).isZero();
    second.close();
    assertThat(provider.made.get(1).closings()).isEqualTo(1);
  }

  @Test
  void eachProviderHasAnEngineOfItsOwn() {
    Provider other = new Provider() {};
    try (EngineLease first = SharedEngines.lease(provider);
        EngineLease second = SharedEngines.lease(other)) {
      assertThat(second.engine()).isNotSameAs(first.engine());
    }
  }

  @Test
  void usersThatComeAndGoAtOnceNeverGetAClosedEngine() throws Exception {
    int users = 8;
    CyclicBarrier start = new CyclicBarrier(users);
    ExecutorService threads = Executors.newFixedThreadPool(users);
    try {
      List<Future<Integer>> closedOnes = new ArrayList<>();
      for (int i = 0; i < users; i++) {
        closedOnes.add(
            threads.submit(
                () -> {
                  start.await();
                  int closed = 0;
                  for (int round = 0; round < 2_000; round++) {
                    try (EngineLease lease = SharedEngines.lease(provider)) {
                      closed += ((FakeEngine) lease.engine()).closings();
                    }
                  }
                  return closed;
                }));
      }
      for (Future<Integer> closed : closedOnes) {
        assertThat(closed.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(provider.made).extracting(FakeEngine::closings).containsOnly(1);
  }

  private static class Provider implements GanEngineProvider {
    private final List<FakeEngine> made = new ArrayList<>();

    @Override
    public String id() {
      return "counted";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public synchronized GanEngine create() {
      FakeEngine engine = new FakeEngine();
      made.add(engine);
      return engine;
    }
  }
}
