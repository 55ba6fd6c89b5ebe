package io.github.gan4j.cpu.internal.team;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerTeamTest {
  private static final int ROUNDS = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartOfEveryTaskRunsOnceAndIsSeenByTheCaller(int size) {
    try (WorkerTeam team = new WorkerTeam(size)) {
      int[] runs = new int[size];
      for (int round = 1; round <= ROUNDS; round++) {
        team.run(size, (worker, barrier) -> runs[worker]++);
        for (int count : runs) {
          if (count != round) {
            assertThat(count).isEqualTo(round);
          }
        }
      }
    }
  }

  @Test
  void aTaskForOneOrManyIsDoneByAllWhileNobodyElseWorks() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      Set<Integer> workers = ConcurrentHashMap.newKeySet();
      team.runOrDoAlone(3, (worker, barrier) -> workers.add(worker));
      assertThat(workers).containsExactlyInAnyOrder(0, 1, 2);
    }
  }

  @Test
  void aTaskForOneOrManyIsDoneByTheCallerWhileAnotherDoesOne() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      Set<Integer> workers = ConcurrentHashMap.newKeySet();
      AtomicInteger inner = new AtomicInteger();
      // The first worker's own thread stands for any other caller: the team is not free.
      team.runOrDoAlone(
          3,
          (outer, outerBarrier) -> {
            if (outer == 0) {
              team.runOrDoAlone(
                  3,
                  (worker, barrier) -> {
                    barrier.await();
                    workers.add(worker);
                    inner.incrementAndGet();
                  });
            }
          });
      assertThat(workers).containsExactly(0);
      assertThat(inner.get()).isEqualTo(1);
    }
  }

  @Test
  void aClosedTeamDoesNoTaskAlone() {
    WorkerTeam team = new WorkerTeam(2);
    team.close();
    assertThatThrownBy(() -> team.runOrDoAlone(2, (worker, barrier) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void behindABarrierAllSeeWhatAllWroteBefore(int size) {
    try (WorkerTeam team = new WorkerTeam(size)) {
      int[] written = new int[size];
      AtomicInteger stale = new AtomicInteger();
      int meetings = size > 3 ? ROUNDS / 5 : ROUNDS;
      team.run(
          size,
          (worker, barrier) -> {
            for (int round = 1; round <= meetings; round++) {
              written[worker] = round;
              barrier.await();
              for (int value : written) {
                if (value != round) {
                  stale.incrementAndGet();
                }
              }
              barrier.await();
            }
          });
      assertThat(stale).hasValue(0);
      assertThat(written).containsOnly(meetings);
    }
  }

  @Test
  void fewerPartiesThanWorkersLeaveTheOthersAlone() {
    try (WorkerTeam team = new WorkerTeam(4)) {
      for (int parties : new int[] {4, 1, 3, 2, 4}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(4);
        team.run(
            parties,
            (worker, barrier) -> {
              barrier.await();
              runs.incrementAndGet(worker);
            });
        for (int worker = 0; worker < 4; worker++) {
          assertThat(runs.get(worker)).isEqualTo(worker < parties ? 1 : 0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aWorkersExceptionReachesTheCallerAndFreesThoseWhoWait(int failing) {
    try (WorkerTeam team = new WorkerTeam(3)) {
      AtomicInteger passed = new AtomicInteger();
      for (int round = 0; round < 100; round++) {
        RuntimeException failure = new IllegalStateException("worker " + failing);
        assertThatThrownBy(
                () ->
                    team.run(
                        3,
                        (worker, barrier) -> {
                          if (worker == failing) {
                            throw failure;
                          }
                          barrier.await();
                          passed.incrementAndGet();
                        }))
            .isSameAs(failure);
      }
      assertThat(passed).hasValue(0);
      assertUsable(team);
    }
  }

  @Test
  void anErrorReachesTheCallerToo() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      Error failure = new OutOfMemoryError("of this test's own");
      assertThatThrownBy(
              () ->
                  team.run(
                      3,
                      (worker, barrier) -> {
                        if (worker == 2) {
                          throw failure;
                        }
                        barrier.await();
                      }))
          .isSameAs(failure);
      assertUsable(team);
    }
  }

  @Test
  void aFailureOfTheOnlyWorkerReachesTheCaller() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      RuntimeException failure = new IllegalStateException("alone");
      assertThatThrownBy(
              () ->
                  team.run(
                      1,
                      (worker, barrier) -> {
                        throw failure;
                      }))
          .isSameAs(failure);
      assertUsable(team);
    }
  }

  @Test
  void whenAllFailOneOfTheFailuresReachesTheCaller() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      3,
                      (worker, barrier) -> {
                        throw new IllegalStateException("worker " + worker);
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("worker [012]");
      assertUsable(team);
    }
  }

  @Test
  void aTasksOwnCancellationFreesThoseWhoWait() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      assertThatThrownBy(
              () ->
                  team.run(
                      3,
                      (worker, barrier) -> {
                        if (worker == 1) {
                          throw new CancellationException("of the task's own");
                        }
                        barrier.await();
                      }))
          .isInstanceOf(CancellationException.class);
      assertUsable(team);
    }
  }

  @Test
  void aClosedTeamRefusesWorkAndClosingAgainDoesNothing() {
    WorkerTeam team = new WorkerTeam(2);
    Set<Thread> threads = threads(team);
    team.close();
    team.close();
    assertThatThrownBy(() -> team.run(2, (worker, barrier) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
    assertThatThrownBy(() -> team.run(1, (worker, barrier) -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(team::checkOpen).isInstanceOf(IllegalStateException.class);
    assertEnd(threads);
  }

  @Test
  void aTeamThatNeverWorkedClosesWithoutThreads() {
    WorkerTeam team = new WorkerTeam(4);
    team.close();
    assertThatThrownBy(team::checkOpen).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closingWaitsForTheTaskThatRuns() throws InterruptedException, ExecutionException {
    WorkerTeam team = new WorkerTeam(2);
    AtomicBoolean started = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<?> task =
          executor.submit(
              () ->
                  team.run(
                      2,
                      (worker, barrier) -> {
                        barrier.await();
                        started.set(true);
                        sleep(50);
                        barrier.await();
                        ended.set(true);
                      }));
      SpinWait.until(started::get);
      team.close();
      assertThat(ended).isTrue();
      task.get();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void tasksOfTwoCallersDoNotMix() throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (WorkerTeam team = new WorkerTeam(3)) {
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger mixed = new AtomicInteger();
      AtomicInteger runs = new AtomicInteger();
      Runnable caller =
          () -> {
            for (int round = 0; round < 1000; round++) {
              team.run(
                  3,
                  (worker, barrier) -> {
                    inside.incrementAndGet();
                    barrier.await();
                    if (inside.get() != 3) {
                      mixed.incrementAndGet();
                    }
                    barrier.await();
                    inside.decrementAndGet();
                    runs.incrementAndGet();
                  });
            }
          };
      Future<?> one = executor.submit(caller);
      Future<?> other = executor.submit(caller);
      one.get();
      other.get();
      assertThat(mixed).hasValue(0);
      assertThat(runs).hasValue(6000);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void helpersAreNamedDaemonsAndTheCallerIsWorkerZero() {
    try (WorkerTeam team = new WorkerTeam(3)) {
      Thread[] threads = new Thread[3];
      team.run(3, (worker, barrier) -> threads[worker] = Thread.currentThread());
      assertThat(threads[0]).isSameAs(Thread.currentThread());
      for (int worker = 1; worker < 3; worker++) {
        assertThat(threads[worker].isDaemon()).isTrue();
        assertThat(threads[worker].getName()).isEqualTo("gan4j-worker-" + worker);
      }
    }
  }

  @Test
  void helpersThatAreNotNeededEndAndOthersTakeTheirPlace() {
    try (WorkerTeam team = new WorkerTeam(3, MILLISECONDS.toNanos(5))) {
      Set<Thread> first = threads(team);
      assertEnd(first);
      Set<Thread> second = threads(team);
      assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
      assertUsable(team);
      assertEnd(second);
    }
  }

  /** The moment when a helper gives up and the next task comes is the delicate one. */
  @Test
  void noTaskIsLostWhenHelpersAreAboutToEnd() {
    try (WorkerTeam team = new WorkerTeam(2, MILLISECONDS.toNanos(1))) {
      AtomicInteger runs = new AtomicInteger();
      for (int round = 0; round < 300; round++) {
        team.run(2, (worker, barrier) -> runs.incrementAndGet());
        long pause = 900_000L + 1_000L * round;
        long start = System.nanoTime();
        while (System.nanoTime() - start < pause) {
          Thread.onSpinWait();
        }
      }
      assertThat(runs).hasValue(600);
    }
  }

  @Test
  void anInterruptedCallerWorksOnAndStaysInterrupted() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      Thread.currentThread().interrupt();
      assertUsable(team);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void assertUsable(WorkerTeam team) {
    AtomicInteger runs = new AtomicInteger();
    team.run(
        team.size(),
        (worker, barrier) -> {
          barrier.await();
          runs.incrementAndGet();
        });
    assertThat(runs).hasValue(team.size());
  }

  private static Set<Thread> threads(WorkerTeam team) {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    team.run(
        team.size(),
        (worker, barrier) -> {
          if (worker > 0) {
            threads.add(Thread.currentThread());
          }
        });
    return threads;
  }

  private static void assertEnd(Set<Thread> threads) {
    List<Thread> left = new ArrayList<>(threads);
    for (Thread thread : left) {
      try {
        thread.join(SECONDS.toMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
      assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
